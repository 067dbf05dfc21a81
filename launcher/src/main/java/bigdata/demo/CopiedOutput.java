package bigdata.demo;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An application's output, passed on as it comes and kept: for the few lines that an application of ours prints. */
final class CopiedOutput extends FilterOutputStream {
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    CopiedOutput(OutputStream target) {
        super(target);
    }

    String text() {
        return copy.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        copy.write(value);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
        out.write(bytes, start, count);
        copy.write(bytes, start, count);
    }

    /** What it copies to belongs to the whole program. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
