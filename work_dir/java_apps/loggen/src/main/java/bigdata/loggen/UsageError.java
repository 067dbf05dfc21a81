package bigdata.loggen;

/** The arguments are wrong. The message holds every error, a line each. */
final class UsageError extends JobFailure {
    UsageError(String message) {
        super(message);
    }
}
