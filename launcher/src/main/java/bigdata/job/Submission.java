package bigdata.job;

import bigdata.ExitStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an application to {@code spark-submit} and waits for its end. The application's output stays what it is; Spark's
 * log goes to a file, whose name and, after a failure, last lines are told.
 */
public final class Submission {
    /** A driver writes the end of its event log to HDFS before it is gone. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final String PROPERTIES = "--properties-file";

    private final ClientEnvironment client;
    private final PrintWriter err;
    private final boolean terminal;

    /**
     * @param err for what we say ourselves
     * @param terminal whether a person watches standard error, and wants a progress line there
     */
    public Submission(ClientEnvironment client, PrintWriter err, boolean terminal) {
        this.client = client;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs {@code words}, a command line of spark-submit, with the application's own exit code. */
    public ExitStatus run(List<String> words) throws InterruptedException {
        return run(words, new FileOutputStream(FileDescriptor.out));
    }

    /** The same, with the application's standard output going to {@code target}. */
    public ExitStatus run(List<String> words, OutputStream target) throws InterruptedException {
        SubmitArguments arguments = SubmitArguments.parse(words);
        Optional<Path> missing = arguments.missingFile();
        if (missing.isPresent()) {
            throw new ApplicationMissingException(missing.get());
        }
        if (arguments.option("--deploy-mode").filter("cluster"::equals).isPresent()) {
            throw new ClusterDeployModeException();
        }
        JobLog log = JobLog.create(client.logs(), arguments.jobName());
        if (arguments.application().isPresent()) {
            err.println("bigdata: Spark's log of this job: " + log.file());
        }
        RememberedOutput output = new RememberedOutput(target);
        RememberedOutput errors = new RememberedOutput(new FileOutputStream(FileDescriptor.err));
        int code = new Foreground(client, GRACE).run(command(words), variables(arguments, log), output, errors);
        if (code != 0 && arguments.application().isPresent()) {
            explain(arguments.jobName() + " ended with exit code " + code, log, errors.exception().or(output::exception));
        }
        return new ExitStatus(code);
    }

    /**
     * Spark puts the folder of its configuration first on the class path, and a folder with files in it keeps the JVM from
     * using an archive of classes. So it gets a folder that does not exist, and the files by their names.
     */
    private Map<String, String> variables(SubmitArguments arguments, JobLog log) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SPARK_SUBMIT_OPTS", NetworkAccess.of(client).submitOptions(log.jvmOptions()));
        if (arguments.option(PROPERTIES).isEmpty()) {
            variables.put("SPARK_CONF_DIR", client.programs().sparkConf().resolveSibling("none").toString());
            client.driverAddress().ifPresent(address -> variables.put("SPARK_LOCAL_IP", address));
        }
        return variables;
    }

    /** What the person asked for comes last, where it wins over what we ask for. */
    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(client.installation().sparkHome().resolve("bin/spark-submit").toString());
        if (SubmitArguments.parse(words).option(PROPERTIES).isPresent()) {
            command.add("--load-spark-defaults");
        } else {
            command.addAll(List.of(PROPERTIES, client.programs().sparkConf().resolve("spark-defaults.conf").toString()));
        }
        if (terminal) {
            command.addAll(List.of("--conf", "spark.ui.showConsoleProgress=true"));
        }
        command.addAll(words);
        return command;
    }

    /** PySpark's driver writes Python's standard error to its standard output, so either may hold the exception. */
    private void explain(String end, JobLog log, Optional<String> exception) {
        err.println("bigdata: the last lines of its log:");
        log.tail().forEach(line -> err.println("  " + line));
        err.println("bigdata: the whole log: " + log.file());
        err.println("bigdata: " + end + exception.map(line -> ": " + line).orElse("."));
    }
}
