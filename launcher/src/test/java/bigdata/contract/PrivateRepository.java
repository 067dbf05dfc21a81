package bigdata.contract;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A Maven repository on this machine with one library, behind a certificate that no JDK knows. */
final class PrivateRepository implements AutoCloseable {
    /** The library, which holds the file {@code greeting.txt}. */
    static final String LIBRARY = "example.bigdata:greeting:1.0";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final HttpsServer server;

    /** @param folder empty, for its files */
    PrivateRepository(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", certificate().toString());
        String place = "/example/bigdata/greeting/1.0/greeting-1.0";
        Map<String, byte[]> files = new HashMap<>(Map.of(place + ".jar", jar(), place + ".pom", """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>example.bigdata</groupId><artifactId>greeting</artifactId><version>1.0</version></project>
                """.getBytes(StandardCharsets.UTF_8)));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (file != null) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(file.length));
            }
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null || head ? -1 : file.length);
            if (file != null && !head) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    Path certificate() {
        return folder.resolve("authority.pem");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keytool(String command, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command,
                "-alias", "repository", "-keystore", store().toString(), "-storepass", new String(PASSWORD)));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private Path store() {
        return folder.resolve("repository.p12");
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store())) {
            keys.load(file, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private byte[] jar() throws IOException {
        Path file = folder.resolve("greeting.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("greeting.txt"));
            jar.write("good morning".getBytes(StandardCharsets.UTF_8));
        }
        return Files.readAllBytes(file);
    }
}
