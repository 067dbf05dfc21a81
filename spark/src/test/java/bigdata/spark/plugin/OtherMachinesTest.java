package bigdata.spark.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherMachinesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"worker-1-20260101000000-10.0.0.1-4000,false", "worker-20260101000000-10.0.0.1-4000,false",
        "worker-one-20260101000000-10.0.0.1-4000,true", "worker-one-2-20260101000000-10.0.0.1-4000,true", "gpu-20260101000000-h-1,true"})
    void aNodeThatJoinedIsKnownByItsName(String id, boolean joined) {
        assertThat(offer(id, 1).isOfAnotherMachine()).isEqualTo(joined);
    }

    @Test
    void theDataFolderOfTheMastersMachineIsRefusedWithASentence() {
        Configuration hadoop = new Configuration(false);
        hadoop.set("fs.viewfs.mounttable.10.0.0.1.linkRegex.^/tmp/data(?=/|$)", "file:///somewhere");
        hadoop.set("fs.viewfs.mounttable.10.0.0.1.linkFallback", "hdfs://10.0.0.1:1/");

        OtherMachines.refuseData(hadoop);

        assertThat(hadoop.get("fs.viewfs.mounttable.10.0.0.1.linkFallback")).isEqualTo("hdfs://10.0.0.1:1/");
        assertThatThrownBy(() -> FileSystem.get(new Path(hadoop.get("fs.viewfs.mounttable.10.0.0.1.linkRegex.^/tmp/data(?=/|$)")).toUri(), hadoop))
                .isInstanceOf(IOException.class).hasMessageContaining("Use HDFS");
    }

    private static Offer offer(String id, int cores) {
        return new Offer(id, "10.0.0.2", 4000, cores, 1024, Map.of());
    }
}
