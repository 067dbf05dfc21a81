package bigdata;

/**
 * How a verb ended, as the code its process exits with.
 *
 * @param code 0 success, 1 failure, 2 wrong usage or configuration; {@code submit}, {@code fs} and {@code shell} pass on
 *     the code of what they ran, 128 + N when signal N ended it
 */
public record ExitStatus(int code) {
    public static final ExitStatus SUCCESS = new ExitStatus(0);
    public static final ExitStatus FAILURE = new ExitStatus(1);
    public static final ExitStatus USAGE = new ExitStatus(2);
    /** Ended by Ctrl-C, as a shell tells it: 128 + SIGINT. */
    public static final ExitStatus INTERRUPTED = new ExitStatus(130);

    public ExitStatus {
        if (code < 0 || code > 255) {
            throw new IllegalArgumentException("an exit code is 0 to 255, not " + code);
        }
    }
}
