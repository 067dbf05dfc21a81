package bigdata.environment;

import bigdata.BigdataException;

/** There is no worker whose libraries could be looked at. */
public final class NoWorkersException extends BigdataException {
    NoWorkersException(String message) {
        super(message);
    }
}
