package bigdata.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpTest {
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/json", 200, "{\"status\": \"ALIVE\"}");
        answer("/text", 200, "<html>");
        answer("/broken", 500, "{}");
        server.start();
    }

    @AfterEach
    void stopIt() {
        server.stop(0);
    }

    @Test
    void aDocumentIsRead() throws IOException {
        assertThat(Http.json(address("/json")).path("status").asText()).isEqualTo("ALIVE");
    }

    @Test
    void anErrorOrWhatIsNoJsonIsAnIoException() {
        assertThatThrownBy(() -> Http.json(address("/broken"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Http.json(address("/gone"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Http.json(address("/text"))).isInstanceOf(IOException.class);
    }

    @Test
    void theStatusCodeOfAnyMethodIsToldErrorsIncluded() throws IOException {
        assertThat(Http.status(address("/json?op=MKDIRS"), "PUT")).isEqualTo(200);
        assertThat(Http.status(address("/broken"), "GET")).isEqualTo(500);
        assertThat(requests).containsExactly("PUT /json?op=MKDIRS", "GET /broken");
    }

    @Test
    void noProxyIsAsked() throws IOException {
        System.setProperty("http.proxyHost", "proxy.invalid");
        System.setProperty("http.nonProxyHosts", "");
        try {
            assertThat(Http.status(address("/json"), "GET")).isEqualTo(200);
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void whoTakesAConnectionAndNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> Http.json(address)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoListensIsReadyAndNobodyElse() throws IOException, InterruptedException {
        int port = server.getAddress().getPort();
        assertThat(Http.listening("127.0.0.1", port).attempt().isReady()).isTrue();

        server.stop(0);

        assertThat(Http.listening("127.0.0.1", port).attempt()).isEqualTo(Readiness.notReady("nothing answers at 127.0.0.1:" + port));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int code, String text) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
