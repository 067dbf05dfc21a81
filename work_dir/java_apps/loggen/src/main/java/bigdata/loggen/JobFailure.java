package bigdata.loggen;

/** The job cannot go on, in a way that a person can act on: the message is all that they see. */
class JobFailure extends RuntimeException {
    JobFailure(String message) {
        super(message);
    }

    JobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
