package bigdata.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The logs of jobs in {@code folder} that nobody looks at any more: old ones, and those of which there are too many. */
record OldJobLogs(Path folder) {
    private static final Duration KEPT = Duration.ofDays(30); // as long as the event logs
    private static final int AT_MOST = 500;

    private record Log(Path file, FileTime lastLine) {}

    /** Deletes them. Two that do so at once do not disturb each other. */
    void delete() throws IOException {
        List<Log> logs = latestFirst();
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        for (int i = 0; i < logs.size(); i++) {
            if (i >= AT_MOST || logs.get(i).lastLine().compareTo(oldest) < 0) {
                Files.deleteIfExists(logs.get(i).file());
            }
        }
    }

    private List<Log> latestFirst() throws IOException {
        List<Log> logs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
                logs.add(new Log(file, Files.getLastModifiedTime(file)));
            }
        } catch (NoSuchFileException deletedMeanwhile) {
            return List.of(); // another job deletes them now
        }
        logs.sort(Comparator.comparing(Log::lastLine).reversed());
        return logs;
    }
}
