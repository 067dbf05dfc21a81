package bigdata.features;

/** A line that the grammar does not allow. The message is the reason that goes to the rejects: constant, without {@code ;}. */
final class MalformedLine extends Exception {
    MalformedLine(String reason) {
        super(reason, null, false, false); // no stack trace: there may be one for every line of a log
    }
}
