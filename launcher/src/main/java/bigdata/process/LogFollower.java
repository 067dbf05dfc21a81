package bigdata.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies what is written to log files from now on to this process's standard output, by {@code tail}; closed, it stops. */
public final class LogFollower implements AutoCloseable {
    private final Map<Path, Process> followed = new HashMap<>();

    /** Follows each of {@code logs} that it does not follow yet, also one that is made later or rolled. */
    public synchronized void follow(List<Path> logs) throws IOException {
        for (Path log : logs) {
            if (!followed.containsKey(log)) {
                Files.createDirectories(log.getParent());
                long written = Files.exists(log) ? Files.size(log) : 0;
                followed.put(log, new ProcessBuilder("tail", "-c", "+" + (written + 1), "-F", log.toString())
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.DISCARD) // says that a log is not there yet
                        .start());
            }
        }
    }

    @Override
    public synchronized void close() {
        followed.values().forEach(Process::destroy);
        followed.clear();
    }
}
