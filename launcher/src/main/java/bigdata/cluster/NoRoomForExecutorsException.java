package bigdata.cluster;

import bigdata.BigdataException;

/** The containers of workers are too small for what was configured. */
public final class NoRoomForExecutorsException extends BigdataException {
    NoRoomForExecutorsException(String message) {
        super(message);
    }
}
