package bigdata.loggen;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** {@code spark-submit --class bigdata.loggen.LogGenerator loggen-1.0.jar ARGUMENTS}: two logs, always the same. */
public final class LogGenerator {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    private LogGenerator() {}

    /** Exits with 2 and a word on usage before Spark starts when the arguments are wrong, with 1 when the job failed. */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--help")) {
            System.out.print(Arguments.USAGE);
            return;
        }
        int code = 0;
        try {
            Arguments arguments = Arguments.parse(args);
            try (SparkSession session = SparkSession.builder().appName("loggen").getOrCreate()) {
                new GeneratorJob(session, System.out).run(arguments);
            }
        } catch (UsageError wrong) {
            System.err.println(wrong.getMessage() + "\n" + Arguments.USAGE);
            code = USAGE;
        } catch (JobFailure failure) {
            System.err.println("loggen: " + failure.getMessage());
            code = FAILURE;
        }
        if (code != 0) {
            System.exit(code);
        }
    }
}
