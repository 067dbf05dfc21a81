package bigdata.cli;

import bigdata.job.ClientEnvironment;
import bigdata.job.Environment;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verb {@code shell}. */
@Command(name = "shell", customSynopsis = {"bigdata shell [bash | pyspark | spark-shell | spark-sql] [ARG...]", "bigdata shell -- COMMAND [ARG...]"},
        description = {"An environment where spark-submit, pyspark, spark-shell, spark-sql, hdfs, jupyter, python and mvn are on PATH and"
            + " point at the cluster. Without arguments an interactive bash; else a program, whose exit code is passed on.", ""},
        footer = {"", "Example:", "  bigdata shell bash -c 'hdfs dfs -ls / | wc -l'"})
final class Shell implements Callable<Integer> {
    private final Supplier<ClientEnvironment> cluster;
    @Mixin
    private PassedOn words;
    @Mixin
    private Help help;

    Shell(Supplier<ClientEnvironment> cluster) {
        this.cluster = cluster;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Environment(cluster.get()).run(words.words()).code();
    }
}
