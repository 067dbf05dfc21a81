package bigdata.features;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code spark-submit --class bigdata.features.Features features-1.0.jar ARGUMENTS}: the features of every user. */
public final class Features {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private Features() {}

    /** Exits with 2 and a word on usage before Spark starts when the arguments are wrong, with 1 when the job failed. */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--help")) {
            System.out.print(Arguments.USAGE);
            return;
        }
        int code = 0;
        try {
            run(Arguments.parse(args));
        } catch (UsageError wrong) {
            System.err.println(wrong.getMessage() + "\n" + Arguments.USAGE);
            code = USAGE;
        } catch (JobFailure failure) {
            System.err.println("features: " + failure.getMessage());
            code = FAILURE;
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void run(Arguments arguments) throws IOException {
        try (SparkSession session = SparkSession.builder().appName("features")
                .config("spark.sql.ansi.enabled", true) // arithmetic that overflows fails the job
                .getOrCreate()) {
            new FeaturesJob(session, System.out).run(arguments);
        }
    }
}
