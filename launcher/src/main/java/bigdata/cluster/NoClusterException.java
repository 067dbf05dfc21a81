package bigdata.cluster;

import bigdata.BigdataException;

/** The cluster that a verb needs is not up. */
public final class NoClusterException extends BigdataException {
    NoClusterException() {
        this("the cluster is not up; `bigdata up` starts it");
    }

    private NoClusterException(String message) {
        super(message);
    }

    /** This state is of a worker that joined another machine's cluster. */
    static NoClusterException elsewhere(String instead) {
        return new NoClusterException("this machine is a worker of a cluster whose master is on another one; " + instead);
    }

    /** Workers run, and their master does not. */
    static NoClusterException masterless() {
        return new NoClusterException("the master node is not running, though others are; `bigdata up` repairs it");
    }
}
