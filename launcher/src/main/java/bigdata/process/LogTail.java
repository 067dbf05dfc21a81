package bigdata.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, read without reading the rest of it. */
public final class LogTail {
    private static final int BYTES_PER_LINE = 400;

    private LogTail() {}

    /**
     * The last lines of a file, oldest first.
     *
     * @param count at most so many lines
     * @return fewer lines when the file is short or its lines are very long, none when there is no such file
     */
    public static List<String> of(Path file, int count) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - (long) count * BYTES_PER_LINE);
            byte[] end = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            int skipped = start > 0 && lines.size() > 1 ? 1 : 0;
            return lines.subList(Math.max(skipped, lines.size() - count), lines.size());
        }
    }
}
