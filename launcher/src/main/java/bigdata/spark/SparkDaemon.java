package bigdata.spark;

import bigdata.config.AtomicFile;
import bigdata.config.SparkProperties;
import bigdata.process.ClassArchive;
import bigdata.process.Jvm;
import bigdata.process.ProcessSpec;
import bigdata.service.Daemon;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a daemon of Spark is started: its properties, its log and its command. */
record SparkDaemon(NodeContext node, String service, String mainClass, int heapMib) implements Daemon {
    /** What Spark's own scripts open to it in the JDK (its class JavaModuleOptions). */
    static final List<String> OPENED = List.of("java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net",
            "java.nio", "java.util", "java.util.concurrent", "java.util.concurrent.atomic", "sun.nio.ch", "sun.nio.cs",
            "sun.security.action", "sun.util.calendar");

    /**
     * Writes the daemon's configuration, with what the user tunes, and answers how to start it.
     *
     * @param properties its Spark properties; they may hold the secret
     * @param arguments for the main class
     */
    ProcessSpec prepare(SparkProperties properties, List<String> arguments) throws IOException {
        Path file = node.configuration().resolve(service + ".conf");
        new SparkProperties()
                .setAll(node.userFiles().overlay("spark-defaults.conf", properties.entries(), SparkSettings.OWNED))
                .writePrivate(file);
        Jvm jvm = node.jvm(service, heapMib).archive(archive())
                .option("-Dlog4j2.configurationFile=" + logging(node, service))
                .option("-Dlog4j2.disableJmx=true");
        OPENED.forEach(name -> jvm.option("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        List<String> all = new ArrayList<>(List.of("--properties-file", file.toString()));
        all.addAll(arguments);
        return new ProcessSpec(jvm.command(node.installation().sparkClassPath(), mainClass, all), variables(), node.state(),
                node.output(service));
    }

    @Override
    public List<Path> logs() {
        return List.of(node.output(service), node.log(service));
    }

    private ClassArchive archive() throws IOException {
        return node.archive(service, node.installation().sparkClassPath());
    }

    @Override
    public void ended(boolean inGoodOrder) throws IOException {
        archive().settle(inGoodOrder);
    }

    private Map<String, String> variables() {
        return Map.of(
                "SPARK_DIST_CLASSPATH", node.installation().sparkPlugin().toString(), // for executors, where it lies on this machine
                "SPARK_HOME", node.installation().sparkHome().toString(),
                "SPARK_LOCAL_IP", node.host(),
                "SPARK_LOCAL_DIRS", node.state().resolve("work").resolve(node.name()).resolve("scratch").toString(),
                "SPARK_SCALA_VERSION", "2.13", // else a Worker that was not started by Spark's scripts fails its executors
                "JAVA_HOME", node.installation().javaHome().toString());
    }

    /** The logging of a service of Spark: what the user wrote, else into its own log. */
    static Path logging(NodeContext node, String service) throws IOException {
        if (node.userFiles().log4j2().isPresent()) {
            return node.userFiles().log4j2().get();
        }
        Path file = node.configuration().resolve(service + "-log4j2.properties");
        AtomicFile.write(file, LOGGING.lines().map(line -> line.replace("LOG", node.log(service).toString()))
                .collect(Collectors.joining("\n", "", "\n")));
        return file;
    }

    private static final String LOGGING = """
            rootLogger.level = info
            rootLogger.appenderRef.file.ref = file
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = LOG
            appender.file.filePattern = LOG.%i
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %d{ISO8601} %-5p %c{1}: %m%n%ex
            appender.file.policies.type = SizeBasedTriggeringPolicy
            appender.file.policies.size = 32MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 3
            logger.native.name = org.apache.hadoop.util.NativeCodeLoader
            logger.native.level = error
            """;
}
