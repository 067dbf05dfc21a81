package bigdata.features;

import java.util.Collection;

/**
 * What became of the lines of a log: read = used + filtered + rejected.
 *
 * @param used lines that a row of the result stands on
 * @param outside filtered: users outside the range
 * @param unmatched filtered: users that the other log does not have
 * @param repeated filtered: repetitions of a line of log1 that was counted once
 * @param malformed rejected: not of the grammar
 * @param conflicting rejected: lines of log1 that contradict each other
 */
record Balance(String log, long read, long used, long outside, long unmatched, long repeated, long malformed, long conflicting) {
    /** The part of a balance that reading the log gives. */
    static Balance ofReading(String log, Collection<SplitTally> tallies) {
        long read = tallies.stream().mapToLong(SplitTally::read).sum();
        long outside = tallies.stream().mapToLong(SplitTally::outside).sum();
        long malformed = tallies.stream().mapToLong(SplitTally::malformed).sum();
        return new Balance(log, read, 0, outside, 0, 0, malformed, 0);
    }

    /** The whole balance, with what the join of both logs gives. */
    Balance withJoin(long used, long unmatched, long repeated, long conflicting) {
        Balance whole = new Balance(log, read, used, outside, unmatched, repeated, malformed, conflicting);
        if (read != whole.used() + whole.filtered() + whole.rejected()) {
            throw new IllegalStateException("the lines of " + log + " do not add up: " + whole);
        }
        return whole;
    }

    long filtered() {
        return outside + unmatched + repeated;
    }

    long rejected() {
        return malformed + conflicting;
    }

    /** One line, for people and programs alike. */
    @Override
    public String toString() {
        return ("%s: read=%d used=%d filtered=%d rejected=%d (filtered: outside the range %d, not in the other log %d,"
            + " repeated %d; rejected: malformed %d, conflicting %d)").formatted(
                log, read, used, filtered(), rejected(), outside, unmatched, repeated, malformed, conflicting);
    }
}
