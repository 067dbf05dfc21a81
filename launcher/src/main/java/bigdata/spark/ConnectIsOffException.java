package bigdata.spark;

import bigdata.BigdataException;

/** The cluster was brought up without a Spark Connect server. */
public final class ConnectIsOffException extends BigdataException {
    ConnectIsOffException() {
        super("Spark Connect is off (the key connect). `bigdata down` and then `bigdata up --connect` starts it");
    }
}
