package bigdata.deployment.compose;

import bigdata.BigdataException;

/** There is no Docker Engine to run containers with, or it refused. */
public final class NoEngineException extends BigdataException {
    NoEngineException(String message) {
        super(message);
    }

    NoEngineException(String message, Exception cause) {
        super(message, cause);
    }
}
