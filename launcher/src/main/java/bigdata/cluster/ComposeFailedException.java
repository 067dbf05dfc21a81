package bigdata.cluster;

import bigdata.BigdataException;

/** Docker Compose did not do what it was asked to. */
public final class ComposeFailedException extends BigdataException {
    ComposeFailedException(String message) {
        super(message);
    }
}
