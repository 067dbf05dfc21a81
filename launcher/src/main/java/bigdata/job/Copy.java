package bigdata.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Copies a child's output while it runs. */
final class Copy {
    /** A process that the child left behind may hold the pipe for ever; what the child itself wrote is there by now. */
    private static final long LAST_BYTES_MILLIS = 2_000;

    private final Thread thread;

    private Copy(Thread thread) {
        this.thread = thread;
    }

    static Copy start(InputStream from, OutputStream to) {
        Thread thread = new Thread(() -> copy(from, to), "copy-output");
        thread.setDaemon(true);
        thread.start();
        return new Copy(thread);
    }

    /** Waits until all that the ended child wrote is copied. */
    void finish() throws InterruptedException {
        thread.join(LAST_BYTES_MILLIS);
    }

    private static void copy(InputStream from, OutputStream to) {
        byte[] buffer = new byte[64 * 1024];
        try (from) {
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pass a program's output on", e);
        }
    }
}
