package bigdata.template;

import bigdata.BigdataException;
import bigdata.ExitStatus;

/** A name that no application can have, or that one has already. */
public final class UnusableNameException extends BigdataException {
    UnusableNameException(String message) {
        super(message);
    }

    @Override
    public ExitStatus exitStatus() {
        return ExitStatus.USAGE;
    }
}
