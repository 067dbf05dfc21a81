package bigdata.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A cluster's JupyterLab as a browser, or somebody who should not be there, talks to it. */
record Lab(URI address, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The JupyterLab that {@code bigdata notebook} tells of. */
    static Lab of(Bigdata bigdata) {
        URI told = URI.create(bigdata.succeed("notebook", "--no-browser").strip());
        return new Lab(URI.create("http://" + told.getAuthority()), told.getQuery().replaceFirst("^token=", ""));
    }

    String authorization() {
        return "token " + token;
    }

    /** The status code of an answer. The JDK's clients would not send another Host, so this one writes by itself. */
    int status(String method, String path, Map<String, String> headers) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n");
            if (!headers.containsKey("Host")) {
                request.append("Host: ").append(address.getAuthority()).append("\r\n");
            }
            headers.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
            return Integer.parseInt(line.split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a kernel, as a new notebook does, and answers its id. */
    String startKernel() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/kernels")).header("Authorization", authorization())
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    void endKernel(String id) {
        status("DELETE", "/api/kernels/" + id, Map.of("Authorization", authorization()));
    }

    /** What a cell with {@code code} shows as its result. */
    String run(String kernel, String code) throws IOException, InterruptedException {
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder().header("Authorization", authorization())
                .buildAsync(URI.create("ws://" + address.getAuthority() + "/api/kernels/" + kernel + "/channels"), new Collector(messages))
                .join();
        try {
            socket.sendText(request(code), true).join();
            while (true) {
                String text = messages.poll(4, TimeUnit.MINUTES);
                if (text == null) {
                    throw new AssertionError("the kernel said nothing for 4 minutes");
                }
                JsonNode message = JSON.readTree(text);
                switch (message.path("msg_type").asText()) {
                    case "execute_result" -> {
                        return message.at("/content/data").path("text/plain").asText();
                    }
                    case "error" -> throw new AssertionError(message.path("content").toString());
                    default -> { } // status, what was asked, what is printed
                }
            }
        } finally {
            socket.abort();
        }
    }

    private static String request(String code) throws IOException {
        return JSON.writeValueAsString(Map.of("channel", "shell", "parent_header", Map.of(), "metadata", Map.of(),
                "header", Map.of("msg_id", "1", "session", "test", "username", "", "version", "5.3", "msg_type", "execute_request"),
                "content", Map.of("code", code, "silent", false, "store_history", false, "allow_stdin", false)));
    }

    /** Puts a message together again. */
    private static final class Collector implements WebSocket.Listener {
        private final BlockingQueue<String> messages;
        private final StringBuilder begun = new StringBuilder();

        Collector(BlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                messages.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
