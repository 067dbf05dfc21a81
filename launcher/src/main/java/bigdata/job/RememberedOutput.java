package bigdata.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes an application's output on byte by byte and remembers its end, where an uncaught exception stands. */
final class RememberedOutput extends FilterOutputStream {
    private static final int REMEMBERED = 64 * 1024;
    private static final String TRACEBACK = "Traceback (most recent call last):";
    /** How a Python traceback ends: the exception's class, then its message if it has one. */
    private static final Pattern PYTHON = Pattern.compile("[A-Za-z_][\\w.]*(: .*)?");
    private static final Pattern JVM = Pattern.compile("Exception in thread \"[^\"]*\" (.*)");

    /** Exceptions of our own code inside Spark are sentences for a person: their class adds nothing. */
    private static final String OURS = "^bigdata\\.spark\\.plugin\\.\\w+: ";

    private final ByteArrayOutputStream end = new ByteArrayOutputStream();

    RememberedOutput(OutputStream to) {
        super(to);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        end.write(bytes, offset, length);
        if (end.size() > 4 * REMEMBERED) {
            byte[] all = end.toByteArray();
            end.reset();
            end.write(all, all.length - REMEMBERED, REMEMBERED);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** The first line of the exception that ended the application: of Python's last traceback, else the JVM's last. */
    synchronized Optional<String> exception() {
        return find().map(line -> line.replaceFirst(OURS, ""));
    }

    private Optional<String> find() {
        List<String> lines = end.toString(UTF_8).lines().toList();
        int traceback = lines.lastIndexOf(TRACEBACK);
        if (traceback >= 0) {
            return python(lines.subList(traceback + 1, lines.size()));
        }
        return lines.stream().map(JVM::matcher).filter(Matcher::matches).map(found -> found.group(1)).reduce((first, last) -> last);
    }

    /** An exception of the JVM that Python passes on stands on the line after Python's own. */
    private static Optional<String> python(List<String> traceback) {
        for (int i = 0; i < traceback.size(); i++) {
            if (PYTHON.matcher(traceback.get(i)).matches()) {
                boolean passedOn = i + 1 < traceback.size() && traceback.get(i + 1).startsWith(": ");
                return Optional.of(passedOn ? traceback.get(i + 1).substring(2) : traceback.get(i));
            }
        }
        return Optional.empty();
    }
}
