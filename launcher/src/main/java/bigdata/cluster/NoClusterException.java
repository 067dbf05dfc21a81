package bigdata.cluster;

import bigdata.BigdataException;

/** The cluster that a verb needs is not up. */
public final class NoClusterException extends BigdataException {
    NoClusterException() {
        super("the cluster is not up; `bigdata up` starts it");
    }
}
