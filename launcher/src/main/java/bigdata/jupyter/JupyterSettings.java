package bigdata.jupyter;

import bigdata.config.Topology;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Whether the master node runs JupyterLab, and where. It never listens where other machines could reach it: a token in plain HTTP is
 * for loopback and for the private network of containers.
 *
 * @param on whether it runs; if not, the rest is empty
 * @param listen the address it listens on
 * @param host as programs of the cluster reach it
 * @param page as a person's browser does: {@code http://127.0.0.1:8888}
 */
public record JupyterSettings(boolean on, String listen, String host, String page) {
    /** Where it listens, unless it runs in a container. */
    public static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    public static JupyterSettings off() {
        return new JupyterSettings(false, "", "", "");
    }

    /** On this machine. */
    public static JupyterSettings local(int port) {
        return new JupyterSettings(true, LOOPBACK, LOOPBACK, page(port));
    }

    /**
     * In a container, whose engine publishes the port on its machine's loopback address.
     *
     * @param topology how other containers reach it
     * @param published the port on that machine; empty when the engine takes any, which only that machine can tell
     */
    public static JupyterSettings published(Topology topology, OptionalInt published) {
        return new JupyterSettings(true, EVERYWHERE, topology.host(),
                published.isPresent() ? page(published.getAsInt()) : "http://" + topology.host() + ":" + topology.jupyter());
    }

    /** For programs of the cluster. */
    public URI server(Topology topology, String path) {
        return URI.create("http://" + host + ":" + topology.jupyter() + path);
    }

    /** The same, found by browsers at another {@code page}. */
    public JupyterSettings foundAt(String page) {
        return new JupyterSettings(on, listen, host, page);
    }

    /** For a person's browser. */
    public String lab() {
        return page + "/lab";
    }

    /** For a person's browser: where the cluster shows itself, by name. */
    public Map<String, String> pages() {
        return Map.of("JupyterLab", lab(), "Start page", page + "/start", "Spark Master", page + "/spark/",
                "Spark History", page + "/spark-history/", "HDFS", page + "/hdfs/");
    }

    private static String page(int port) {
        return "http://" + LOOPBACK + ":" + port;
    }
}
