package bigdata.loggen;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes of lines on their way to a file: no strings, no formatting, for there are tens of millions of lines. */
final class Lines {
    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_LINE = 1 << 14;

    private final byte[] buffer = new byte[CHUNK + LONGEST_LINE];
    private final OutputStream out;
    private int length;
    private long lines;
    private long bytes;

    Lines(OutputStream out) {
        this.out = out;
    }

    Lines text(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    Lines raw(byte... some) {
        System.arraycopy(some, 0, buffer, length, some.length);
        length += some.length;
        return this;
    }

    Lines sign(char ascii) {
        buffer[length++] = (byte) ascii;
        return this;
    }

    /** A number of at least 0. */
    Lines number(int value) {
        int digits = 1;
        for (int rest = value; rest > 9; rest /= 10) {
            digits++;
        }
        return padded(value, digits);
    }

    /** A number of at least 0 with exactly so many digits. */
    Lines padded(int value, int digits) {
        int rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    void end() throws IOException {
        buffer[length++] = '\n';
        lines++;
        if (length >= CHUNK) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        bytes += length;
        length = 0;
    }

    /** Lines ended so far. */
    long lines() {
        return lines;
    }

    /** Bytes flushed so far. */
    long bytes() {
        return bytes;
    }
}
