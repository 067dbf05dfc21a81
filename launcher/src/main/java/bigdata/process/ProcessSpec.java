package bigdata.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process as it is to be started.
 *
 * @param command program and arguments, one element each
 * @param environment variables set on top of what this process inherits
 * @param folder the working folder
 * @param output standard output and error are appended here
 */
public record ProcessSpec(List<String> command, Map<String, String> environment, Path folder, Path output) {
    /** Variables of another installation would change what our daemons load; they never reach them. */
    private static final Set<String> FOREIGN = Set.of("SPARK_", "PYSPARK_", "HADOOP_", "HDFS_", "YARN_", "HIVE_", "JUPYTER_", "IPYTHON");

    public ProcessSpec {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a process needs a command");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Starts it and returns; whoever started it ends it. */
    public Process start() throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(output.getParent());
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(ProcessSpec::isForeign);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs it to its end and answers its exit code. An interrupt ends it. */
    public int run() throws IOException, InterruptedException {
        Process process = start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether {@code variable} steers some Spark or Hadoop, and so must come from this cluster alone. */
    public static boolean isForeign(String variable) {
        return FOREIGN.stream().anyMatch(variable::startsWith);
    }
}
