package bigdata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallSettingsTest {
    @Test
    void aMirrorThatOneToolKnowsCountsForBoth() {
        assertThat(InstallSettings.beside(Map.of("PIP_INDEX_URL", "https://mirror.example/simple")))
                .containsEntry("UV_DEFAULT_INDEX", "https://mirror.example/simple");
        assertThat(InstallSettings.beside(Map.of("UV_DEFAULT_INDEX", "https://mirror.example/simple")))
                .containsEntry("PIP_INDEX_URL", "https://mirror.example/simple");
    }

    @Test
    void aMirrorOfEachToolStays() {
        Map<String, String> added = InstallSettings.beside(Map.of("PIP_INDEX_URL", "https://a.example", "UV_DEFAULT_INDEX", "https://b.example"));

        assertThat(added).doesNotContainKeys("PIP_INDEX_URL", "UV_DEFAULT_INDEX");
    }

    @Test
    void theCertificateAuthorityOfTheEnvironmentCountsForPipToo() {
        assertThat(InstallSettings.beside(Map.of("SSL_CERT_FILE", "/ca.pem"))).containsEntry("PIP_CERT", "/ca.pem");
        assertThat(InstallSettings.beside(Map.of("SSL_CERT_FILE", "/ca.pem", "PIP_CERT", "/own.pem"))).doesNotContainKey("PIP_CERT");
    }

    @Test
    void uvDownloadsNoPythonOfItsOwn() {
        assertThat(InstallSettings.beside(Map.of())).containsEntry("UV_PYTHON_DOWNLOADS", "never");
    }
}
