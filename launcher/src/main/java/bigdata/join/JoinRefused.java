package bigdata.join;

import bigdata.BigdataException;

/** This machine cannot join the cluster as asked. */
final class JoinRefused extends BigdataException {
    JoinRefused(String message) {
        super(message);
    }

    JoinRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
