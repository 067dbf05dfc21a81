package bigdata.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectsFileTest {
    @Test
    void aLineIsCutToAThousandCharactersHoweverManyBytesTheyTake() {
        assertThat(readable("x".repeat(5_000))).isEqualTo("x".repeat(1_000));
        assertThat(readable("\uD83C\uDFB5".repeat(5_000))).isEqualTo("\uD83C\uDFB5".repeat(1_000));
    }

    @Test
    void whatWouldBreakALineIsShownAsItsPicture() {
        assertThat(readable("a\0b\rc\td")).isEqualTo("a\u2400b\u240Dc\u2409d");
    }

    @Test
    void whatIsNotUtf8IsReplaced() {
        assertThat(RejectsFile.readable(new byte[] {'a', (byte) 0xFF, 'b'}, 3)).isEqualTo("a\uFFFDb");
    }

    private static String readable(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return RejectsFile.readable(bytes, bytes.length);
    }
}
