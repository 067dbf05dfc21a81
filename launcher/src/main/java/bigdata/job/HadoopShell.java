package bigdata.job;

import bigdata.ExitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Hadoop's own {@code fs} shell on the cluster's file system, by the {@code hdfs} command that people have on PATH. */
public final class HadoopShell {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ClientEnvironment client;

    public HadoopShell(ClientEnvironment client) {
        this.client = client;
    }

    /** Runs {@code hdfs dfs} with {@code words} and returns its exit code. */
    public ExitStatus run(List<String> words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(client.programs().binFolder().resolve("hdfs").toString(), "dfs"));
        command.addAll(words);
        return new ExitStatus(new Foreground(client, GRACE).run(command, Map.of()));
    }
}
