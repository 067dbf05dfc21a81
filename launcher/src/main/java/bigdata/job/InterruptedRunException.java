package bigdata.job;

import bigdata.BigdataException;

/** We were interrupted while a program ran for us; it was ended. */
final class InterruptedRunException extends BigdataException {
    InterruptedRunException(InterruptedException cause) {
        super("interrupted while a program ran for us; it was ended. Run it again.", cause);
    }
}
