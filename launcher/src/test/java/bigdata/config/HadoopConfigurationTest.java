package bigdata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HadoopConfigurationTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsWhatHadoopKnows() {
        Path file = folder.resolve("core-site.xml");

        new HadoopConfiguration().set("b.key", 1).setFinal("a.key", "<x> & 'y'").set("c.key", true).write(file);

        assertThat(file).hasContent("""
                <?xml version="1.0" ?>
                <configuration>
                  <property><name>b.key</name><value>1</value></property>
                  <property><name>a.key</name><value>&lt;x&gt; &amp; 'y'</value><final>true</final></property>
                  <property><name>c.key</name><value>true</value></property>
                </configuration>
                """);
    }

    @Test
    void whatIsWrittenIsReadAgainInOrder() {
        Path file = folder.resolve("core-site.xml");
        new HadoopConfiguration().set("z", "a < b && \"c\" ]]> ü\n").set("a", "").write(file);

        assertThat(HadoopConfiguration.read(file)).containsExactly(entry("z", "a < b && \"c\" ]]> ü\n"), entry("a", ""));
    }

    @Test
    void aKeySetTwiceKeepsItsPlaceAndTheLastValue() {
        assertThat(new HadoopConfiguration().set("a", 1).set("b", 2).set("a", 3).entries())
                .containsExactly(entry("a", "3"), entry("b", "2"));
    }

    @Test
    void aFileWrittenByAPersonIsRead() throws IOException {
        Path file = file("""
                <?xml version="1.0"?>
                <?xml-stylesheet type="text/xsl" href="configuration.xsl"?>
                <!-- mine -->
                <configuration>
                  <property>
                    <name> dfs.blocksize </name>
                    <description>what <!-- not --> it is</description>
                    <value><![CDATA[<32m>]]></value>
                    <final>true</final>
                  </property>
                </configuration>
                """);

        assertThat(HadoopConfiguration.read(file)).containsExactly(entry("dfs.blocksize", "<32m>"));
        assertThat(HadoopXml.read(file)).containsExactly(new HadoopXml.Property("dfs.blocksize", "<32m>", true, 5));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("<configuration>\n<property>", ":2): not well-formed XML: "),
                Arguments.of("", ":1): not well-formed XML: "),
                Arguments.of("<properties/>", ":1): the outermost element must be <configuration>, not <properties>"),
                Arguments.of("<configuration>\n<proprety/></configuration>",
                        ":2): <configuration> holds <property> elements only, not <proprety>"),
                Arguments.of("<configuration><property><name>a</name>\n<valeu>1</valeu></property></configuration>",
                        ":2): <property> holds <name>, <value> and <final>, not <valeu>"),
                Arguments.of("<configuration>\n<property><name>a</name></property></configuration>",
                        ":2): the property that begins in line 2 needs a <name> and a <value>"),
                Arguments.of("<configuration>\n<property><value>a</value></property></configuration>",
                        ":2): the property that begins in line 2 needs a <name> and a <value>"),
                Arguments.of("<!DOCTYPE configuration [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<configuration>"
                        + "<property><name>a</name><value>&x;</value></property></configuration>",
                        "): a document type is not allowed here"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void whatHadoopWouldIgnoreOrWeCannotTrustIsRefusedWithItsLine(String content, String sentence) throws IOException {
        Path file = file(content);

        assertThatThrownBy(() -> HadoopConfiguration.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("(" + file)
                .hasMessageContaining(sentence);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("hdfs-site.xml"), content);
    }
}
