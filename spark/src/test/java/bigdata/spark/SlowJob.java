package bigdata.spark;

import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.SparkSession;

/** An application that would run for an hour. */
public final class SlowJob {
    private SlowJob() {
    }

    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().appName("slow").getOrCreate();
        System.out.println("started " + spark.sparkContext().applicationId());
        spark.range(0, 3600, 1, 3600).filter((FilterFunction<Long>) number -> {
            Thread.sleep(1000);
            return true;
        }).count();
    }
}
