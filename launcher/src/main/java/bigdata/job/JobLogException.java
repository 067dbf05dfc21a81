package bigdata.job;

import bigdata.BigdataException;
import java.io.IOException;
import java.nio.file.Path;

/** A job's log cannot be written. */
final class JobLogException extends BigdataException {
    JobLogException(Path logs, IOException cause) {
        super("the job's log cannot be written below " + logs + " (" + cause + "). Make that folder writable or free space there.", cause);
    }
}
