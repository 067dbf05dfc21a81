package bigdata.spark;

import bigdata.BigdataException;

/** Spark Connect runs in a container whose port the engine did not publish. */
public final class ConnectNotPublishedException extends BigdataException {
    ConnectNotPublishedException() {
        super("Spark Connect runs, but no program of this machine reaches it: its container publishes no port. `bigdata down` and then"
                + " `bigdata up --docker --connect`, or add `-f compose.yaml -f docker/connect.yaml` to `docker compose`");
    }
}
