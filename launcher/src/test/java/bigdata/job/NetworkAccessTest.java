package bigdata.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkAccessTest {
    @TempDir
    private Path folder;

    @Test
    void whereNothingIsSetADriverGetsWhatItGotBefore() {
        assertThat(options(Map.of())).isEqualTo("-Dours=1");
    }

    @Test
    void thePersonsOwnOptionsComeLast() {
        assertThat(options(Map.of("SPARK_SUBMIT_OPTS", "-Dtheirs=1"))).isEqualTo("-Dours=1 -Dtheirs=1");
    }

    @Test
    void aProxyIsUsedForAllButWhatNoProxyNames() {
        assertThat(options(Map.of("https_proxy", "http://proxy.example:3128/", "NO_PROXY", "*.intern, .lab")))
                .contains("-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128", "-Dhttp.proxyHost=proxy.example")
                .contains("-Dhttp.nonProxyHosts=localhost|127.*|intern|*.intern|lab|*.lab");
    }

    @Test
    void aProxysPasswordIsOnNoCommandLine() {
        assertThat(options(Map.of("HTTPS_PROXY", "http://me:secret@proxy.example:3128"))).isEqualTo("-Dours=1");
    }

    @Test
    void aTrustStoreOfTheirOwnIsTheirs() throws IOException {
        String bundle = Files.writeString(folder.resolve("none.pem"), "no certificate").toString();
        assertThat(options(Map.of("SSL_CERT_FILE", bundle, "SPARK_SUBMIT_OPTS", "-Djavax.net.ssl.trustStore=/theirs")))
                .isEqualTo("-Dours=1 -Djavax.net.ssl.trustStore=/theirs");
    }

    @Test
    void aBundleThatIsNoneIsToldByName() throws IOException {
        String bundle = Files.writeString(folder.resolve("none.pem"), "-----BEGIN CERTIFICATE-----\nno\n").toString();
        assertThatThrownBy(() -> options(Map.of("SSL_CERT_FILE", bundle))).isInstanceOf(UnreadableCertificatesException.class)
                .hasMessageContaining(bundle);
    }

    private String options(Map<String, String> environment) {
        return new NetworkAccess(environment, folder.resolve("trust")).submitOptions("-Dours=1");
    }
}
