package bigdata.cli;

import bigdata.job.ClientEnvironment;
import bigdata.job.Submission;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bigdata submit}: spark-submit against the cluster. */
@Command(name = "submit",
        customSynopsis = "bigdata submit [SPARK-SUBMIT OPTIONS] APP [ARG...]",
        description = {"Runs an application on the cluster: a Java or Scala jar, or a Python file.", "",
            "Options are those of spark-submit. The exit code is the application's own (128 + N when signal N ended it), its"
                + " output stays on standard output, Spark's log goes to a file whose name is told."},
        footer = {"", "Example: bigdata submit --executor-memory 1g --class org.example.Job job.jar /in /out"})
final class Submit implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;

    @Mixin
    private PassedOn words;

    @Mixin
    private Help help;

    @Spec
    private CommandSpec spec;

    /** @param cluster the running cluster; says so in its exception when there is none */
    Submit(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Submission(cluster.get(), spec.commandLine().getErr(), Terminal.watched()).run(words.words()).code();
    }
}
