package bigdata.job;

import bigdata.ExitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program in an environment where the field's own commands are on PATH and point at the cluster: spark-submit, pyspark,
 * spark-shell, spark-sql, hdfs, jupyter, python, mvn, bigdata.
 */
public final class Environment {
    /** Time for an interactive driver to say goodbye to the Master. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final ClientEnvironment client;

    public Environment(ClientEnvironment client) {
        this.client = client;
    }

    /**
     * Runs a program until it ends. Ctrl-C is for it and not for us: it means "stop this cell" to pyspark and "a new line"
     * to bash.
     *
     * @param words the program and its arguments; empty means an interactive bash
     * @return the program's exit code
     */
    public ExitStatus run(List<String> words) throws InterruptedException {
        try (IgnoredInterrupt ignored = IgnoredInterrupt.begin()) {
            return new ExitStatus(new Foreground(client, GRACE).run(command(words), Map.of("BIGDATA_PROMPT", prompt(),
                    "SPARK_SUBMIT_OPTS", NetworkAccess.of(client).submitOptions(""))));
        }
    }

    List<String> command(List<String> words) {
        if (words.isEmpty() || words.equals(List.of("bash"))) {
            return List.of("bash", "--rcfile", client.programs().binFolder().resolve("bashrc").toString(), "-i");
        }
        List<String> command = new ArrayList<>(List.of("env")); // finds the program on the PATH that we give it, not on ours
        command.addAll(words);
        return command;
    }

    private String prompt() {
        return "bigdata " + client.masterUrl().replaceFirst("^spark://", "");
    }
}
