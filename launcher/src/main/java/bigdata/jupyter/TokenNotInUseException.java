package bigdata.jupyter;

import bigdata.BigdataException;
import java.io.IOException;

/** There is a new token, and the running JupyterLab still takes the old one. */
public final class TokenNotInUseException extends BigdataException {
    TokenNotInUseException(IOException cause) {
        super("the new token counts from JupyterLab's next start, and it could not be told to start anew (" + cause.getMessage()
                + "): `bigdata down` and `bigdata up`", cause);
    }
}
