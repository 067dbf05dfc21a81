package bigdata.spark;

/**
 * Whether the master node runs a Spark Connect server, and where. Its token goes over the wire in plain, so it never listens where
 * other machines could reach it.
 *
 * @param on whether it runs; if not, the rest is empty
 * @param listen the address it listens on
 */
public record ConnectSettings(boolean on, String listen) {
    /** Where it listens, unless it runs in a container. */
    public static final String LOOPBACK = "127.0.0.1";

    public static ConnectSettings off() {
        return new ConnectSettings(false, "");
    }

    public static ConnectSettings at(String listen) {
        return new ConnectSettings(true, listen);
    }
}
