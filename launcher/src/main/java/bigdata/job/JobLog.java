package bigdata.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that Spark's own log of one job goes to. */
record JobLog(Path file) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final int TAIL = 15;
    private static final FileAttribute<?> OURS = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** How the layout of job-log4j2.properties begins an entry; other lines belong to the entry before. */
    private static final Pattern ENTRY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\S+ ([A-Z]+) ");
    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more)|\\s*$");
    private static final Set<String> GRAVE = Set.of("WARN", "ERROR", "FATAL");

    /** A new, empty file in the folder {@code jobs} below {@code logs}, readable by nobody but us. */
    static JobLog create(Path logs, String jobName) {
        String name = STAMP.format(LocalDateTime.now()) + "-" + jobName.replaceAll("[^A-Za-z0-9._-]+", "_");
        try {
            Path folder = Files.createDirectories(logs.resolve("jobs"));
            new OldJobLogs(folder).delete();
            Path file = folder.resolve(name.substring(0, Math.min(name.length(), 100)) + ".log");
            return new JobLog(Files.createFile(file, OURS));
        } catch (IOException e) {
            throw new JobLogException(logs, e);
        }
    }

    /** Options of the driver's JVM that send the log there; values are quoted for Spark's splitting of such options. */
    String jvmOptions() {
        return quoted("-Dlog4j2.configurationFile=" + JobLog.class.getResource("job-log4j2.properties"))
                + " " + quoted("-Dbigdata.job.log=" + file);
    }

    /** The last warnings and errors, without the frames of stack traces; the last lines of any kind when there are none. */
    List<String> tail() {
        Deque<String> all = new ArrayDeque<>();
        Deque<String> grave = new ArrayDeque<>();
        boolean inGrave = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (FRAME.matcher(line).lookingAt()) {
                    continue;
                }
                Matcher entry = ENTRY.matcher(line);
                inGrave = entry.lookingAt() ? GRAVE.contains(entry.group(1)) : inGrave;
                keep(all, line);
                if (inGrave) {
                    keep(grave, line);
                }
            }
        } catch (NoSuchFileException gone) {
            return List.of(); // deleted as the log of an old job, which ran on without a line for long
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return List.copyOf(grave.isEmpty() ? all : grave);
    }

    private static void keep(Deque<String> lines, String line) {
        lines.add(line);
        if (lines.size() > TAIL) {
            lines.remove();
        }
    }

    static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
