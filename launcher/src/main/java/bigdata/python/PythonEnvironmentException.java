package bigdata.python;

import bigdata.BigdataException;

/** The Python environment could not be installed or read; what was there before is untouched. */
public final class PythonEnvironmentException extends BigdataException {
    PythonEnvironmentException(String message) {
        super(message);
    }

    PythonEnvironmentException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
