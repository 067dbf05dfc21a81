package bigdata.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that was given, by source; the later source wins. Reports what no key is called. */
final class Sources {
    private final Map<String, Setting> given = new HashMap<>();
    private final List<Problem> problems;

    private Sources(List<Problem> problems) {
        this.problems = problems;
    }

    /** What {@code project}'s file, then its environment, then {@code flags} say; adds to {@code problems}. */
    static Sources of(Project project, Map<String, String> flags, List<Problem> problems) {
        Sources sources = new Sources(problems);
        sources.file(project);
        sources.environment(project.environment());
        sources.flags(flags);
        return sources;
    }

    Optional<Setting> given(Key<?> key) {
        return Optional.ofNullable(given.get(key.name()));
    }

    private void file(Project project) {
        Path file = project.home().resolve("conf").resolve("cluster.properties");
        if (!Files.exists(file)) {
            return;
        }
        Map<String, Key<?>> known = known(Key::name);
        for (PropertiesFile.Entry entry : entries(file)) {
            String source = project.home().relativize(file) + ":" + entry.line();
            Setting earlier = given.get(entry.key());
            if (earlier != null) {
                problems.add(new Problem(entry.key(), entry.value(), source, "also set in " + earlier.source() + "; keep one"));
            } else {
                take(known, entry.key(), entry.value(), source);
            }
        }
    }

    private List<PropertiesFile.Entry> entries(Path file) {
        try {
            return PropertiesFile.read(file);
        } catch (ConfigException malformed) {
            problems.addAll(malformed.problems());
            return List.of();
        }
    }

    /** An empty variable counts as none, because that is how Compose passes on one that is not set. */
    private void environment(Map<String, String> environment) {
        Map<String, Key<?>> known = known(Key::variable);
        new TreeMap<>(environment).forEach((variable, value) -> {
            boolean other = Keys.OTHER_VARIABLES.contains(variable) || Keys.TEST_VARIABLES.stream().anyMatch(variable::startsWith);
            if (Key.isOurs(variable) && !other && !value.isBlank()) {
                take(known, variable, value.strip(), "environment " + variable);
            }
        });
    }

    private void flags(Map<String, String> flags) {
        Map<String, Key<?>> known = known(Key::name);
        new TreeMap<>(flags).forEach((name, value) -> {
            Key<?> key = known.get(name);
            take(known, name, value.strip(), "flag " + (key == null ? "--" + name : key.flag()));
        });
    }

    private void take(Map<String, Key<?>> known, String name, String value, String source) {
        Key<?> key = known.get(name);
        if (key == null) {
            String meant = Nearest.to(name, known.keySet())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("known are " + String.join(", ", new TreeMap<>(known).keySet()));
            problems.add(new Problem(name, "", source, "there is no such key; " + meant));
        } else {
            given.put(key.name(), new Setting(key.name(), value, source));
        }
    }

    private static Map<String, Key<?>> known(Function<Key<?>, String> name) {
        return Keys.ALL.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
