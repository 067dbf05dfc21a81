package bigdata.features;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The rejected lines of one task, {@code file;reason;line}, created with the first of them. It is readable text whatever the
 * line was: cut to 1,000 characters, U+FFFD for what is not UTF-8, and a control character by its picture (U+2400 and on), so
 * that one rejected line is one line.
 */
final class RejectsFile implements Closeable {
    /** How many characters of a rejected line are kept. */
    static final int KEPT = 1_000;
    private static final int LONGEST_CHARACTER = 4;

    private final Path file;
    private final Configuration configuration;
    private OutputStream stream;

    RejectsFile(Path file, Configuration configuration) {
        this.file = file;
        this.configuration = configuration;
    }

    void add(String source, String reason, byte[] line, int length) throws IOException {
        if (stream == null) {
            stream = new BufferedOutputStream(file.getFileSystem(configuration).create(file, false));
        }
        String text = source.replace(";", "%3B") + ";" + reason + ";" + readable(line, length) + "\n";
        stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The name of the file, {@code null} when no line was rejected. */
    String name() {
        return stream == null ? null : file.getName();
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    static String readable(byte[] line, int length) {
        int enough = Math.min(length, KEPT * LONGEST_CHARACTER);
        StringBuilder text = new StringBuilder();
        new String(line, 0, enough, StandardCharsets.UTF_8).codePoints().limit(KEPT)
            .map(character -> character < ' ' ? 0x2400 + character : character == 0x7F ? 0x2421 : character)
            .forEach(text::appendCodePoint);
        return text.toString();
    }
}
