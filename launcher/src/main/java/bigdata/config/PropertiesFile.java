package bigdata.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A file in the syntax of {@link Properties} (which is also that of {@code spark-defaults.conf}), with the line of every entry.
 * Each logical line is given to the JDK's own parser.
 */
final class PropertiesFile {
    /** @param line the first line of the entry, from 1 */
    record Entry(String key, String value, int line) {}

    private PropertiesFile() {}

    /**
     * Entries in the order of the file; values without surrounding blanks, as Spark reads them.
     *
     * @throws ConfigException when it cannot be read, with every line that is malformed
     */
    static List<Entry> read(Path file) throws ConfigException {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw ConfigException.unreadable(file, unreadable);
        }
    }

    private static List<Entry> parse(Path file, List<String> lines) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int first = 0; first < lines.size(); first++) {
            int last = first;
            while (continues(lines.get(last), last > first) && last + 1 < lines.size()) {
                last++;
            }
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(String.join("\n", lines.subList(first, last + 1))));
            } catch (IllegalArgumentException malformed) {
                problems.add(ConfigException.malformed(file, first + 1, malformed.getMessage() + "; write \\\\ for a backslash"));
            }
            for (String key : properties.stringPropertyNames()) {
                entries.add(new Entry(key, properties.getProperty(key).trim(), first + 1));
            }
            first = last;
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return entries;
    }

    /** An odd number of backslashes at the end joins the next line; a comment is never continued. */
    private static boolean continues(String line, boolean joined) {
        String text = line.stripLeading();
        if (!joined && (text.startsWith("#") || text.startsWith("!"))) {
            return false;
        }
        int backslashes = text.length() - text.replaceAll("\\\\+$", "").length();
        return backslashes % 2 == 1;
    }
}
