package bigdata.readiness;

import bigdata.BigdataException;

/** Something that was waited for did not become usable. */
public final class NotReadyInTime extends BigdataException {
    public NotReadyInTime(String message) {
        super(message);
    }
}
