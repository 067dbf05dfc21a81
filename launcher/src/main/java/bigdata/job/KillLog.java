package bigdata.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which applications {@code bigdata kill} ended, a line each: the time and the id. The Master cannot tell: it calls an application
 * KILLED only when the button on its page ended it, and FINISHED when it was told so over Spark's connection, by whomever.
 */
record KillLog(Path file) {
    static KillLog in(Path logs) {
        return new KillLog(logs.resolve("killed.log"));
    }

    void add(String id) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + id + "\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new JobLogException(file, e);
        }
    }

    Set<String> ids() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.substring(line.indexOf(' ') + 1)).collect(Collectors.toUnmodifiableSet());
        } catch (NoSuchFileException nothingYet) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
