package bigdata.cluster;

import bigdata.BigdataException;

/** Something that cannot be done from inside a container. */
public final class OutsideOnlyException extends BigdataException {
    OutsideOnlyException(String message) {
        super(message);
    }
}
