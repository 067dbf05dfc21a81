package bigdata.job;

import bigdata.BigdataException;
import java.io.IOException;
import java.net.URI;

/** The Spark Master does not tell its state. */
final class MasterPageException extends BigdataException {
    MasterPageException(URI page, IOException cause) {
        super("the Spark Master does not answer at " + page + " (" + cause.getMessage() + "). `bigdata status` says what is wrong.", cause);
    }
}
