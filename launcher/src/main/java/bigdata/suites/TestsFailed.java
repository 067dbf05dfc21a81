package bigdata.suites;

import bigdata.BigdataException;

/** The tests could not be run at all, which is another thing than a test that failed. */
public final class TestsFailed extends BigdataException {
    TestsFailed(Throwable cause) {
        super("the tests cannot be run: " + cause, cause);
    }
}
