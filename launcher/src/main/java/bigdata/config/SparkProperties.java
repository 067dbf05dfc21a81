package bigdata.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@code spark-defaults.conf}, in the order in which keys were set. */
public final class SparkProperties {
    private final Map<String, String> entries = new LinkedHashMap<>();

    /** Sets {@code key} to the text of {@code value}; a key set before keeps its place. */
    public SparkProperties set(String key, Object value) {
        entries.put(key, value.toString());
        return this;
    }

    public SparkProperties setAll(Map<String, String> more) {
        entries.putAll(more);
        return this;
    }

    public Map<String, String> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) {
        AtomicFile.write(file, text());
    }

    /** The same with mode 0600, for what holds a secret. */
    public void writePrivate(Path file) {
        AtomicFile.writePrivate(file, text());
    }

    /** The entries of {@code file}; of a key given twice the last, as in Spark. */
    public static Map<String, String> read(Path file) {
        Map<String, String> entries = new LinkedHashMap<>();
        PropertiesFile.read(file).forEach(entry -> entries.put(entry.key(), entry.value()));
        return entries;
    }

    /** Keys and nothing else, because a value may be a secret. */
    @Override
    public String toString() {
        return "SparkProperties" + entries.keySet();
    }

    private String text() {
        return entries.entrySet().stream()
                .map(entry -> escape(entry.getKey()).replaceAll("[ :=#!]", "\\\\$0") + " " + escape(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t").replace("\f", "\\f");
    }
}
