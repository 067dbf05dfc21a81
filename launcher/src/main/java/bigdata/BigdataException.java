package bigdata;

/**
 * Something went wrong in a way that a person can act on. The message is all that they see, so it says what happened and
 * what to do next; subclasses are named for what went wrong.
 */
public abstract class BigdataException extends RuntimeException {
    protected BigdataException(String message) {
        super(message);
    }

    protected BigdataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the process exits with when this ends it. */
    public ExitStatus exitStatus() {
        return ExitStatus.FAILURE;
    }
}
