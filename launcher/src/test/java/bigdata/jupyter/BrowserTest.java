package bigdata.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.job.Clients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "macOS always has a display")
class BrowserTest {
    @TempDir
    private Path folder;

    @Test
    void thereIsOneWhereThereIsAProgramAndADisplay() throws IOException {
        Clients.script(folder.resolve("xdg-open"), "");

        assertThat(Browser.find(Map.of("PATH", folder.toString(), "DISPLAY", ":0"))).contains(new Browser("xdg-open"));
        assertThat(Browser.find(Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(Browser.find(Map.of("PATH", folder.resolve("empty").toString(), "DISPLAY", ":0"))).isEmpty();
    }

    @Test
    void theTokenGoesThroughAPrivateFileAndNotThroughItsCommandLine() throws IOException {
        Path page = folder.resolve("open.html");

        new Browser("true").open("http://127.0.0.1:1/lab?token=abc", page);

        assertThat(page).content().contains("url=http://127.0.0.1:1/lab?token=abc");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page))).isEqualTo("rw-------");
    }
}
