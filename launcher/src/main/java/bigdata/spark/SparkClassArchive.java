package bigdata.spark;

import bigdata.config.Installation;
import bigdata.process.ClassArchive;
import bigdata.process.FolderDeletion;
import bigdata.process.ProcessSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The archive of classes for drivers and executors. Spark looks for each of its 16,000 classes in 277 jars one after the
 * other; from an archive a short job takes less than half of the processor time. Made once for an installation: a small job on
 * a Spark of its own tells which classes are needed, and the JVM writes them down.
 *
 * @param installation whose Spark it is for
 */
public record SparkClassArchive(Installation installation) {
    private static final String TRAINING = "work_dir/java_apps/features/target/features-1.0.jar";

    /** Options for a driver's or executor's JVM; empty when there is no archive, which only costs time. */
    public String jvmOptions() throws IOException {
        Path file = file();
        return Files.isReadable(file) ? "\"-XX:SharedArchiveFile=" + file + "\" -Xlog:cds=off -Xlog:class+path=off" : "";
    }

    /**
     * Makes the archive unless it is there. A failure is told and costs nothing but speed.
     *
     * @param log what the job and the JVM print
     */
    public void ensure(Path log, PrintWriter out) throws IOException, InterruptedException {
        if (Files.isReadable(file())) {
            return;
        }
        out.println("Preparing Spark's classes for fast starts (once, about a minute)");
        Files.createDirectories(installation.classArchives());
        Path work = Files.createTempDirectory(installation.classArchives(), "making-");
        try {
            boolean made = train(work, log) && dump(work, log);
            if (made) {
                archive().publish(work.resolve("spark.jsa"));
            } else {
                out.println("  that failed, so jobs start slower; see " + log);
            }
        } finally {
            FolderDeletion.of(work);
        }
    }

    private Path file() throws IOException {
        return archive().file();
    }

    private ClassArchive archive() throws IOException {
        List<Path> classPath = Stream.concat(first(), installation.sparkClassPath().stream()).toList();
        return ClassArchive.in(installation.classArchives(), "spark", "", classPath);
    }

    /** Runs a job whose driver and executor, each a JVM of its own, list the classes that they load. */
    private boolean train(Path work, Path log) throws IOException, InterruptedException {
        Path samples = installation.home().resolve("data");
        List<String> command = java("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:DumpLoadedClassList=" + work.resolve("driver.classes"));
        SparkDaemon.OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath(), "org.apache.spark.deploy.SparkSubmit",
                "--master", "local-cluster[1,1,1024]",
                "--conf", "spark.executor.extraClassPath=" + installation.sparkPlugin(),
                "--conf", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 \"-XX:DumpLoadedClassList="
                        + work.resolve("executor.classes") + "\"",
                "--conf", "spark.plugins=bigdata.spark.plugin.ResourceCheckPlugin",
                "--conf", "spark.authenticate=true",
                "--conf", "spark.authenticate.secret=none", // of a cluster that lives for this job alone
                "--conf", "spark.network.crypto.enabled=true",
                "--conf", "spark.ui.port=0",
                "--class", "bigdata.features.Features", installation.home().resolve(TRAINING).toString(),
                "0", String.valueOf(Integer.MAX_VALUE), samples.resolve("test_log1.csv").toUri().toString(),
                samples.resolve("test_log2.csv").toUri().toString(), work.resolve("features").toUri().toString()));
        return run(command, work, log);
    }

    private boolean dump(Path work, Path log) throws IOException, InterruptedException {
        Files.write(work.resolve("all.classes"), both(Files.readAllLines(work.resolve("driver.classes")),
                Files.readAllLines(work.resolve("executor.classes"))));
        List<String> command = java("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Xshare:dump", "-Xlog:disable",
                "-XX:SharedClassListFile=" + work.resolve("all.classes"),
                "-XX:SharedArchiveFile=" + work.resolve("spark.jsa"), "-cp", classPath());
        return run(command, work, log);
    }

    /**
     * One class list of two. Each numbers its classes, which Java 21 refuses to see twice; only classes of loaders of their own
     * ({@code source:}, those of the job's jar) need the numbers, and they are not to be in the archive.
     */
    static Set<String> both(List<String> driver, List<String> executor) {
        return Stream.of(driver, executor).flatMap(List::stream)
                .filter(line -> !line.contains(" source: "))
                .map(line -> line.replaceFirst(" id: \\d+$", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean run(List<String> command, Path work, Path log) throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "SPARK_HOME", installation.sparkHome().toString(),
                "SPARK_LOCAL_IP", "127.0.0.1",
                "SPARK_SCALA_VERSION", "2.13",
                "JAVA_HOME", installation.javaHome().toString());
        return new ProcessSpec(command, variables, work, log).run() == 0;
    }

    private List<String> java(String... options) {
        List<String> command = new ArrayList<>(List.of(installation.javaHome().resolve("bin").resolve("java").toString()));
        command.addAll(List.of(options));
        return command;
    }

    /** The beginning of the class path of every driver and executor, in the very order that Spark's launcher gives it. */
    private String classPath() {
        return first().map(Path::toString).collect(Collectors.joining(":", "", ":")) + installation.sparkJars() + "/*";
    }

    /**
     * What comes before all of Spark's jars. Spark's launcher names slf4j-api here and again among all. Java 21 notes a path but once
     * when it writes an archive, and misses the second when it is to use it; so here the first is written differently.
     */
    private Stream<Path> first() {
        Stream<Path> logging = installation.sparkClassPath().stream().map(Path::getFileName)
                .filter(jar -> jar.toString().startsWith("slf4j-api-")).map(installation.sparkJars().resolve(".")::resolve);
        return Stream.concat(Stream.of(installation.sparkPlugin()), logging);
    }
}
