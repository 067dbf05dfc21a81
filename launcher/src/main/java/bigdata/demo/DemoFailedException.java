package bigdata.demo;

import bigdata.BigdataException;
import bigdata.ExitStatus;

/** An application of the demo failed. */
public final class DemoFailedException extends BigdataException {
    DemoFailedException(String doing, ExitStatus status) {
        super("the demo stopped while " + doing + ": exit code " + status.code() + "; its log is named above");
    }
}
