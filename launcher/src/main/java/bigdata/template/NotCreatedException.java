package bigdata.template;

import bigdata.BigdataException;
import java.io.IOException;
import java.nio.file.Path;

/** An application's folder could not be written; nothing of it is left. */
public final class NotCreatedException extends BigdataException {
    NotCreatedException(Path folder, IOException cause) {
        super(folder + " cannot be written: " + cause.getMessage() + ". Nothing was created; look at the folder's owner and the disk.", cause);
    }
}
