package bigdata.node;

import bigdata.BigdataException;

/** A node refused to run. */
public final class NodeNotStartedException extends BigdataException {
    NodeNotStartedException(String message) {
        super(message);
    }
}
