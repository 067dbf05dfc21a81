package bigdata.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How a driver reaches what is not of the cluster, a Maven repository for {@code --packages} above all: as the machine's other
 * programs do. A JVM by itself reads neither {@code HTTPS_PROXY} nor {@code SSL_CERT_FILE}.
 *
 * @param environment where those are looked up
 * @param folder where trust stores are kept
 */
record NetworkAccess(Map<String, String> environment, Path folder) {
    /** Certificates are no secret; the format wants a password. */
    private static final String PASSWORD = "changeit";

    /** Of this process. */
    static NetworkAccess of(ClientEnvironment client) {
        return new NetworkAccess(System.getenv(), client.programs().sparkConf().resolveSibling("trust"));
    }

    /** {@code SPARK_SUBMIT_OPTS} of a driver: ours, then {@code options}, then the person's own, which win. */
    String submitOptions(String options) {
        String theirs = environment.getOrDefault("SPARK_SUBMIT_OPTS", "");
        Stream<String> trust = theirs.contains("javax.net.ssl.trustStore") ? Stream.empty() : trust();
        return Stream.of(proxy(), trust, Stream.of(options, theirs)).flatMap(all -> all).filter(option -> !option.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** A proxy's password would be seen in the process list, so one that wants a login is left to Ivy's own settings. */
    private Stream<String> proxy() {
        String proxy = either("https_proxy").replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
        if (proxy.isEmpty() || proxy.contains("@")) {
            return Stream.empty();
        }
        String host = proxy.replaceFirst(":[0-9]+$", "");
        String port = host.equals(proxy) ? "80" : proxy.substring(host.length() + 1);
        List<String> direct = new ArrayList<>(List.of("localhost", "127.*"));
        Stream.of(either("no_proxy").split("[, ]+")).map(name -> name.replaceFirst("^\\*?\\.?", "")).filter(name -> !name.isEmpty())
                .forEach(name -> direct.addAll(List.of(name, "*." + name)));
        return Stream.of("-Dhttp.proxyHost=" + host, "-Dhttp.proxyPort=" + port, "-Dhttps.proxyHost=" + host, "-Dhttps.proxyPort=" + port,
                JobLog.quoted("-Dhttp.nonProxyHosts=" + String.join("|", direct)));
    }

    private Stream<String> trust() {
        String bundle = environment.getOrDefault("SSL_CERT_FILE", "");
        if (bundle.isEmpty() || !Files.isReadable(Path.of(bundle))) {
            return Stream.empty();
        }
        try {
            return Stream.of(JobLog.quoted("-Djavax.net.ssl.trustStore=" + store(Path.of(bundle))),
                    "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        } catch (IOException | GeneralSecurityException e) {
            throw new UnreadableCertificatesException(bundle, e);
        }
    }

    /** Of all that this JDK trusts, and of the bundle besides; made once for each bundle. */
    private Path store(Path bundle) throws IOException, GeneralSecurityException {
        CRC32 content = new CRC32();
        content.update(Files.readAllBytes(bundle));
        Path store = folder.resolve(Long.toHexString(content.getValue()) + ".p12");
        if (!Files.exists(store)) {
            Files.createDirectories(folder);
            Path begun = Files.createTempFile(folder, "new", ".p12");
            write(begun, bundle);
            Files.move(begun, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return store;
    }

    private static void write(Path file, Path bundle) throws IOException, GeneralSecurityException {
        Set<Certificate> trusted = new LinkedHashSet<>();
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init((KeyStore) null);
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                trusted.addAll(List.<X509Certificate>of(known.getAcceptedIssuers()));
            }
        }
        try (InputStream pem = Files.newInputStream(bundle)) {
            trusted.addAll(CertificateFactory.getInstance("X.509").generateCertificates(pem));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD.toCharArray());
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    /** As many programs read it in capitals as in small letters. */
    private String either(String name) {
        return Stream.of(name.toUpperCase(Locale.ROOT), name).map(environment::get).filter(value -> value != null && !value.isBlank())
                .findFirst().orElse("");
    }
}
