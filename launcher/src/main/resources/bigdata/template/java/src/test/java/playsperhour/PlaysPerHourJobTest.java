package playsperhour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job on a Spark in this process. */
class PlaysPerHourJobTest {
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder().master("local[2]").appName("tests")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    @Test
    void playsAreCountedByHourOfTheDayInOrder() {
        var plays = List.of("18-10-2017 23:00:00", "18-10-2017 00:00:25", "19-10-2017 23:59:59");

        assertThat(perHour(plays)).containsExactly(RowFactory.create(0, 1L), RowFactory.create(23, 2L));
    }

    @Test
    void aPlayWithoutARealDateIsLeftOut() {
        assertThat(perHour(List.of("31-02-2017 00:00:00", "yesterday", ""))).isEmpty();
    }

    private static List<Row> perHour(List<String> hours) {
        return PlaysPerHourJob.perHour(spark.createDataset(hours, Encoders.STRING()).toDF("hour")).collectAsList();
    }
}
