package bigdata.spark.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class FairShareTest {
    @Test
    void anApplicationThatAsksForNothingGetsHalfOfTheCoresThatAreThere() {
        SparkConf conf = new SparkConf(false);

        FairShare.apply(conf, List.of(worker(4), worker(8)));

        assertThat(conf.get("spark.cores.max")).isEqualTo("6");
    }

    @Test
    void halfOfASmallClusterIsStillOneExecutor() {
        SparkConf conf = new SparkConf(false).set("spark.executor.cores", "4");

        FairShare.apply(conf, List.of(worker(4)));

        assertThat(conf.get("spark.cores.max")).isEqualTo("4");
    }

    @Test
    void whatAnApplicationAsksForStays() {
        SparkConf conf = new SparkConf(false).set("spark.cores.max", "3");

        FairShare.apply(conf, List.of(worker(8)));

        assertThat(conf.get("spark.cores.max")).isEqualTo("3");
    }

    private static Offer worker(int cores) {
        return new Offer("worker-1-20260101000000-10.0.0.2-4000", "10.0.0.2", 4000, cores, 1024, Map.of());
    }
}
