package bigdata.jupyter;

import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A Jupyter server as programs see it.
 *
 * @param address without a path
 */
record JupyterServer(URI address) {
    /** Ready when it answers whoever has {@code token}. */
    Probe answers(String token) {
        return () -> {
            try {
                int status = Http.status(address.resolve("/api/status"), "GET", authorization(token));
                return status == 200 ? Readiness.ready("") : Readiness.notReady("it answers " + status);
            } catch (IOException e) {
                return Readiness.notReady("it does not answer: " + e.getMessage());
            }
        };
    }

    /** Notebooks and consoles that have a kernel, by their paths. */
    List<String> sessions(String token) throws IOException {
        return Http.json(address.resolve("/api/sessions"), authorization(token)).findValuesAsText("path").stream().distinct().sorted().toList();
    }

    /** Ends it and all its kernels; its node starts it again. */
    void end(String token) throws IOException {
        int status = Http.status(address.resolve("/api/shutdown"), "POST", authorization(token));
        if (status != 200) {
            throw new IOException("it answers " + status + " when told to end");
        }
    }

    private static Map<String, String> authorization(String token) {
        return Map.of("Authorization", "token " + token);
    }
}
