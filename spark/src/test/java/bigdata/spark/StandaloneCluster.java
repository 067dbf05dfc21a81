package bigdata.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A real Master and Worker of Spark's distribution on loopback, authenticated, with our plugin in every application. */
public final class StandaloneCluster implements AutoCloseable {
    /** Tests end before a second compiler or parallel collector pays. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    private static final Duration START = Duration.ofSeconds(90);

    private final Path sparkHome;
    private final Path folder;
    private final int port = freePort();
    private final Deque<Process> daemons = new ArrayDeque<>();

    /** A Master without a worker. The test is skipped where no distribution of Spark is named. */
    public static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
        String home = System.getenv("BIGDATA_TEST_SPARK_HOME");
        if (!"1".equals(System.getenv("BIGDATA_REQUIRE_TOOLS"))) {
            assumeTrue(home != null, "BIGDATA_TEST_SPARK_HOME does not name a distribution of Spark");
        } else if (home == null) {
            throw new AssertionError("BIGDATA_REQUIRE_TOOLS=1, but BIGDATA_TEST_SPARK_HOME does not name a distribution of Spark");
        }
        StandaloneCluster cluster = new StandaloneCluster(Path.of(home), folder);
        cluster.writeConfiguration();
        cluster.daemon("master", "I have been elected leader", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1",
                "--port", String.valueOf(cluster.port), "--webui-port", "0");
        return cluster;
    }

    private StandaloneCluster(Path sparkHome, Path folder) throws IOException {
        this.sparkHome = sparkHome;
        this.folder = folder;
    }

    /** Adds a worker and waits until it is registered. */
    public void addWorker(int cores, String memory) throws IOException, InterruptedException {
        daemon("worker", "Successfully registered with master", "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1",
                "--webui-port", "0", "--cores", String.valueOf(cores), "--memory", memory, "--work-dir", folder.resolve("work").toString(),
                "spark://127.0.0.1:" + port);
    }

    public Path properties() {
        return folder.resolve("conf").resolve("spark-defaults.conf");
    }

    /** Gives a main class of the test class path to spark-submit; its output and errors go to {@code output}. */
    public Process submit(Path output, String mainClass, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(sparkHome.resolve("bin/spark-submit").toString(), "--class", mainClass));
        command.addAll(List.of(options));
        command.add("spark-internal");
        return process(command, output);
    }

    /** Waits until {@code condition} holds. */
    public static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + START.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    public static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        while (!daemons.isEmpty()) {
            Process daemon = daemons.pop();
            daemon.descendants().forEach(ProcessHandle::destroyForcibly);
            daemon.destroyForcibly().waitFor();
        }
    }

    private void writeConfiguration() throws IOException {
        String classes = List.of("classes", "test-classes").stream().map(name -> Path.of("target", name).toAbsolutePath().toString())
                .reduce((first, second) -> first + ":" + second).orElseThrow();
        Files.createDirectories(properties().getParent());
        Set<PosixFilePermission> ours = PosixFilePermissions.fromString("rw-------");
        Files.createFile(properties(), PosixFilePermissions.asFileAttribute(ours));
        Files.writeString(properties(), """
                spark.master spark://127.0.0.1:%d
                spark.authenticate true
                spark.authenticate.secret %s
                spark.network.crypto.enabled true
                spark.network.crypto.saslFallback false
                spark.master.rest.enabled false
                spark.ui.enabled false
                spark.ui.killEnabled false
                spark.driver.host 127.0.0.1
                spark.driver.bindAddress 127.0.0.1
                spark.plugins bigdata.spark.plugin.ResourceCheckPlugin
                spark.driver.extraClassPath %s
                spark.executor.extraClassPath %s
                spark.driver.extraJavaOptions %s
                spark.executor.extraJavaOptions %s
                """.formatted(port, UUID.randomUUID(), classes, classes, SHORT_LIVED, SHORT_LIVED));
    }

    private void daemon(String name, String ready, String mainClass, String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(sparkHome.resolve("bin/spark-class").toString(), mainClass,
                "--properties-file", properties().toString()));
        command.addAll(List.of(arguments));
        Process daemon = process(command, log);
        daemons.push(daemon);
        await(name + " is ready", () -> {
            if (!daemon.isAlive()) {
                throw new AssertionError(name + " ended: " + read(log));
            }
            return read(log).contains(ready);
        });
    }

    private Process process(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SPARK_HOME", sparkHome.toString());
        builder.environment().put("SPARK_CONF_DIR", properties().getParent().toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_DAEMON_MEMORY", "256m");
        builder.environment().put("SPARK_DAEMON_JAVA_OPTS", SHORT_LIVED);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
