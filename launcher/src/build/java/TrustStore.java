import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Writes a trust store of all that this JDK trusts and of a PEM bundle besides, so that Maven believes in the authority that
 * {@code SSL_CERT_FILE} names. Run from its source, before anything is built: {@code java TrustStore.java BUNDLE STORE}.
 */
final class TrustStore {
    /** Certificates are no secret; the format wants a password. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private TrustStore() {}

    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        Set<Certificate> trusted = new LinkedHashSet<>();
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate certificate : known.getAcceptedIssuers()) {
                    trusted.add(certificate);
                }
            }
        }
        try (InputStream bundle = Files.newInputStream(Path.of(arguments[0]))) {
            trusted.addAll(CertificateFactory.getInstance("X.509").generateCertificates(bundle));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        int number = 0;
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("trusted-" + number++, certificate);
        }
        try (OutputStream file = Files.newOutputStream(Path.of(arguments[1]))) {
            store.store(file, PASSWORD);
        }
    }
}
