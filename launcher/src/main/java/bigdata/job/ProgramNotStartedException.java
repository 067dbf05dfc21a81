package bigdata.job;

import bigdata.BigdataException;
import java.io.IOException;

/** A program of the cluster's clients is not there or may not be run. */
final class ProgramNotStartedException extends BigdataException {
    ProgramNotStartedException(String program, IOException cause) {
        super(program + " could not be started (" + cause.getMessage() + "). Run `bigdata up`, which repairs what is missing.", cause);
    }
}
