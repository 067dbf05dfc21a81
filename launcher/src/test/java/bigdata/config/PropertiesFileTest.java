package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.PropertiesFile.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyEntryKnowsTheLineWhereItBegins() throws IOException {
        assertThat(PropertiesFile.read(file("""
                # comment, not continued \\
                a=1

                  b : 2 \\
                    and 3
                ! another comment
                c  4
                d=ends in a backslash\\\\
                e=
                """))).containsExactly(
                new Entry("a", "1", 2),
                new Entry("b", "2 and 3", 4),
                new Entry("c", "4", 7),
                new Entry("d", "ends in a backslash\\", 8),
                new Entry("e", "", 9));
    }

    @Test
    void aCommentSignInsideAContinuedValueIsPartOfIt() throws IOException {
        assertThat(PropertiesFile.read(file("a=1\\\n#2\\\n3\n"))).containsExactly(new Entry("a", "1#23", 1));
    }

    @Test
    void aContinuationAtTheEndOfTheFileEnds() throws IOException {
        assertThat(PropertiesFile.read(file("a=1\\"))).containsExactly(new Entry("a", "1", 1));
    }

    @Test
    void windowsLineEndsAndUmlautsAreFine() throws IOException {
        assertThat(PropertiesFile.read(file("a=ü\r\nb=2\r\n")))
                .containsExactly(new Entry("a", "ü", 1), new Entry("b", "2", 2));
    }

    @Test
    void everyBrokenEscapeIsToldWithItsLine() throws IOException {
        Path file = file("a=1\npath=C:\\users\nb=\\uX\n");

        assertThatThrownBy(() -> PropertiesFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("(" + file + ":2): ")
                .hasMessageContaining("(" + file + ":3): ")
                .hasMessageEndingWith("write \\\\ for a backslash");
    }

    @Test
    void textThatIsNotUtf8IsToldSo() throws IOException {
        Path file = Files.write(folder.resolve("latin1"), "a=ü".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> PropertiesFile.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith("(" + file + "): it is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void aFolderInItsPlaceIsRefused() {
        assertThatThrownBy(() -> PropertiesFile.read(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("(" + folder + "): ");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("a.properties"), content);
    }
}
