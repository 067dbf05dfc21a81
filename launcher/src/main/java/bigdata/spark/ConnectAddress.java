package bigdata.spark;

import bigdata.secrets.Secrets;

/**
 * The way into the Spark Connect server of a running cluster.
 *
 * @param port where clients of this machine find it
 */
public record ConnectAddress(int port, Secrets secrets) {
    /** @throws ConnectIsOffException when this cluster has none */
    public ConnectAddress(ConnectSettings settings, int port, Secrets secrets) {
        this(port, secrets);
        if (!settings.on()) {
            throw new ConnectIsOffException();
        }
        if (port == 0) {
            throw new ConnectNotPublishedException();
        }
    }

    /**
     * The URL with the token: whoever knows it can do what the cluster's user can. PySpark sends a token without encryption to
     * {@code localhost} only, by this name.
     */
    public String url() {
        return "sc://localhost:" + port + "/;token=" + secrets.named(ConnectServer.TOKEN);
    }
}
