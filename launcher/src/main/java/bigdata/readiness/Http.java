package bigdata.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;

/** Small questions to daemons of this cluster. Never goes through a proxy. */
public final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Http() {}

    /** The JSON document at {@code address}. */
    public static JsonNode json(URI address) throws IOException {
        return json(address, Map.of());
    }

    /** The same with header fields, by name. */
    public static JsonNode json(URI address, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = open(address, "GET");
        headers.forEach(connection::setRequestProperty);
        try (var body = connection.getInputStream()) {
            return JSON.readTree(body);
        } finally {
            connection.disconnect();
        }
    }

    /** Sends a request without a body and returns its status code. */
    public static int status(URI address, String method) throws IOException {
        return status(address, method, Map.of());
    }

    /** The same with header fields, by name. */
    public static int status(URI address, String method, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = open(address, method);
        headers.forEach(connection::setRequestProperty);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** Ready when something accepts connections there. */
    public static Probe listening(String host, int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), (int) LIMIT.toMillis());
                return Readiness.ready("");
            } catch (IOException e) {
                return Readiness.notReady("nothing answers at " + host + ":" + port);
            }
        };
    }

    private static HttpURLConnection open(URI address, String method) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) LIMIT.toMillis());
        connection.setReadTimeout((int) LIMIT.toMillis());
        return connection;
    }
}
