package bigdata.suites;

import bigdata.BigdataException;
import bigdata.ExitStatus;
import java.util.List;

/** A suite was named that there is not. */
public final class UnknownSuite extends BigdataException {
    UnknownSuite(List<String> unknown, List<String> known) {
        super("there is no suite " + String.join(", ", unknown) + "; the suites are " + String.join(", ", known));
    }

    @Override
    public ExitStatus exitStatus() {
        return ExitStatus.USAGE;
    }
}
