package bigdata.loggen;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes a block of a log as a file that is there whole or not at all, whichever attempt of a task wrote it. */
final class BlockFile {
    private BlockFile() {}

    /** What was written. */
    record Written(String folder, long lines, long bytes) implements Serializable {}

    static Written write(Log log, int block, String staging, long attempt, Configuration configuration) throws IOException {
        Path file = new Path(new Path(staging, log.folder()), "part-%05d.csv".formatted(block));
        Path unfinished = file.suffix(".attempt-" + attempt);
        FileSystem fileSystem = file.getFileSystem(configuration);
        Written written;
        try (OutputStream stream = fileSystem.create(unfinished, true)) {
            Lines lines = new Lines(stream);
            lines.text(log.header()).end();
            log.write(block, lines);
            lines.flush();
            written = new Written(log.folder(), lines.lines() - 1, lines.bytes());
        }
        if (!fileSystem.rename(unfinished, file)) {
            if (!fileSystem.exists(file)) { // else another attempt was first, with the same bytes
                throw new IOException("could not rename " + unfinished + " to " + file);
            }
            fileSystem.delete(unfinished, false);
        }
        return written;
    }
}
