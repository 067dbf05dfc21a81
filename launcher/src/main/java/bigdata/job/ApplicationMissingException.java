package bigdata.job;

import bigdata.BigdataException;
import java.nio.file.Path;

/** The application to submit is not a file. */
final class ApplicationMissingException extends BigdataException {
    ApplicationMissingException(Path application) {
        super(application + " is not a file. Build the application first, or give the path of its jar or Python file"
                + " after the options of spark-submit.");
    }
}
