package bigdata.cluster;

import bigdata.BigdataException;

/** The number of workers cannot be changed as asked. */
final class NotScaledException extends BigdataException {
    NotScaledException(String message) {
        super(message);
    }
}
