package bigdata.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a user put into {@code conf/master} or {@code conf/worker}. It wins over our defaults, except for what the cluster owns,
 * which is refused.
 */
public final class UserFiles {
    private record Line(String key, String value, boolean isFinal, int line) {}

    private final Path folder;

    private UserFiles(Path folder) {
        this.folder = folder;
    }

    /** The files of {@code confFolder}; neither it nor any of them has to exist. */
    public static UserFiles of(Path confFolder) {
        return new UserFiles(confFolder);
    }

    /**
     * {@code ours} with what the user's file says instead and in addition.
     *
     * @param fileName {@code core-site.xml}, {@code hdfs-site.xml} or {@code spark-defaults.conf}
     * @throws ConfigException naming every key of the file that is {@code owned}
     */
    public Map<String, String> overlay(String fileName, Map<String, String> ours, OwnedKeys owned) throws ConfigException {
        check(Map.of(fileName, owned));
        Map<String, String> both = new LinkedHashMap<>(ours);
        lines(fileName).forEach(line -> both.put(line.key(), line.value()));
        return both;
    }

    /** The same for Hadoop's XML files, keeping what the user declared {@code <final>}; changes and returns {@code ours}. */
    public HadoopConfiguration overlay(String fileName, HadoopConfiguration ours, OwnedKeys owned) throws ConfigException {
        check(Map.of(fileName, owned));
        for (Line line : lines(fileName)) {
            if (line.isFinal()) {
                ours.setFinal(line.key(), line.value());
            } else {
                ours.set(line.key(), line.value());
            }
        }
        return ours;
    }

    /**
     * Refuses keys that the cluster owns, and files that cannot be understood, in all files at once: for before anything is started.
     *
     * @param ownedByFile the owned keys by file name
     */
    public void check(Map<String, OwnedKeys> ownedByFile) throws ConfigException {
        List<Problem> problems = problems(ownedByFile);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** What {@link #check} refuses, for who checks several folders at once. */
    public List<Problem> problems(Map<String, OwnedKeys> ownedByFile) {
        List<Problem> problems = new ArrayList<>();
        new TreeMap<>(ownedByFile).forEach((fileName, owned) -> {
            try {
                lines(fileName).forEach(line -> owned.insteadOf(line.key())
                        .ifPresent(instead -> problems.add(new Problem(line.key(), "",
                                folder.resolve(fileName) + ":" + line.line(), "the cluster sets this itself: " + instead))));
            } catch (ConfigException malformed) {
                problems.addAll(malformed.problems());
            }
        });
        return problems;
    }

    /** The user's logging configuration, which replaces ours: the file, when any line of it is not empty and not a comment. */
    public Optional<Path> log4j2() {
        Path file = folder.resolve("log4j2.properties");
        return Files.exists(file) && !PropertiesFile.read(file).isEmpty() ? Optional.of(file) : Optional.empty();
    }

    private List<Line> lines(String fileName) {
        Path file = folder.resolve(fileName);
        if (!Files.exists(file)) {
            return List.of();
        }
        return fileName.endsWith(".xml")
                ? HadoopXml.read(file).stream()
                        .map(each -> new Line(each.name(), each.value(), each.isFinal(), each.line()))
                        .toList()
                : PropertiesFile.read(file).stream()
                        .map(each -> new Line(each.key(), each.value(), false, each.line()))
                        .toList();
    }
}
