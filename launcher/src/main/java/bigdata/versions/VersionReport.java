package bigdata.versions;

import bigdata.config.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The versions of everything that runs, read from what runs: the lock, the jars and this JVM. */
public record VersionReport(Project project) {
    private static final List<String> LIBRARIES = List.of("pyspark", "numpy", "pandas", "scikit-learn", "tensorflow", "xgboost",
            "jupyterlab");
    private static final Pattern HADOOP = Pattern.compile("hadoop-hdfs-(\\d[\\w.]*)\\.jar");

    public List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(line("bigdata", getClass().getPackage().getImplementationVersion()));
        lines.add(line("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"));
        lines.add(line("hadoop", hadoop()));
        for (String library : LIBRARIES) {
            lines.add(line(library.equals("pyspark") ? "spark" : library, locked(library)));
        }
        return lines;
    }

    /** Of a Python library; null when it is not in the lock. */
    String locked(String library) throws IOException {
        Path lock = project.home().resolve("work_dir").resolve("requirements.txt");
        Matcher version = Pattern.compile("(?m)^" + library + "==([^\\s;]+)").matcher(Files.readString(lock));
        return version.find() ? version.group(1) : null;
    }

    /** Of the jars of HDFS; null when they are not there. */
    public String hadoop() throws IOException {
        Path jars = project.home().resolve("hadoop").resolve("target").resolve("lib");
        if (!Files.isDirectory(jars)) {
            return null;
        }
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(file -> HADOOP.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(match -> match.group(1)).findFirst().orElse(null);
        }
    }

    private static String line(String name, String version) {
        return "%-14s%s".formatted(name, version == null ? "unknown" : version);
    }
}
