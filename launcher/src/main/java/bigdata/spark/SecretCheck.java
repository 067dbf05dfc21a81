package bigdata.spark;

import bigdata.config.Installation;
import bigdata.config.SparkProperties;
import bigdata.config.Topology;
import bigdata.process.FolderDeletion;
import bigdata.process.LogTail;
import bigdata.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks the Master whether it takes one for a member, by our program inside Spark.
 *
 * @param folder where the secret may lie in a file for a moment
 */
public record SecretCheck(Installation installation, Path folder) {
    /** Why the Master does not answer one with this secret; empty when it does. */
    public Optional<String> refusal(String secret, Topology topology, String host) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(folder, "join-"); // mode 0700
        try {
            Path properties = work.resolve("spark.conf");
            new SparkProperties().setAll(SparkSettings.member(secret, topology, host).entries()).writePrivate(properties);
            Path output = work.resolve("out");
            int code = new ProcessSpec(command(properties), Map.of("SPARK_LOCAL_IP", host), work, output).run();
            return code == 0 ? Optional.empty() : Optional.of(String.join(" | ", LogTail.of(output, 1)));
        } finally {
            FolderDeletion.of(work);
        }
    }

    private List<String> command(Path properties) {
        String classPath = installation.sparkPlugin() + File.pathSeparator + installation.sparkClassPath().stream().map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(installation.javaHome().resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + SecretCheck.class.getResource("/bigdata/job/quiet-log4j2.properties"),
                "-cp", classPath, "bigdata.spark.master.AskMaster", properties.toString());
    }
}
