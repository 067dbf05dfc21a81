package bigdata.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CopiedOutputTest {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ByteArrayOutputStream target = new ByteArrayOutputStream() {
        @Override
        public void close() {
            closed.set(true);
        }
    };
    private final CopiedOutput output = new CopiedOutput(target);

    @Test
    void whatIsWrittenIsPassedOnAndKept() throws IOException {
        byte[] text = "[Größe]".getBytes(UTF_8);
        output.write(text, 1, text.length - 2);
        output.write('!');

        assertThat(output.text()).isEqualTo("Größe!");
        assertThat(target.toString(UTF_8)).isEqualTo("Größe!");
    }

    @Test
    void whatItCopiesToStaysOpen() throws IOException {
        output.close();

        assertThat(closed).isFalse();
    }
}
