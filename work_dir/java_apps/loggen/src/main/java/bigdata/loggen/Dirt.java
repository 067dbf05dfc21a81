package bigdata.loggen;

import java.util.List;

/**
 * Which lines of a log are malformed, and how. The log is cut into windows of 1/share lines; each has one malformed line at a
 * random place, and the flaws take turns. So the share is never exceeded and every flaw comes, wherever a block begins.
 */
final class Dirt {
    private final long seed;
    private final double share;
    private final long lines;
    private final List<Flaw> flaws;

    /** @param share at most 0.5: a window has another line than the malformed one */
    Dirt(long seed, double share, long lines, List<Flaw> flaws) {
        this.seed = seed;
        this.share = share;
        this.lines = lines;
        this.flaws = flaws;
    }

    /** The first malformed line from this line on. */
    Spot from(long line) {
        if (share == 0) {
            return new Spot(Long.MAX_VALUE, Long.MAX_VALUE, null);
        }
        long window = Math.max(0, (long) (line * share) - 1);
        while (true) {
            Spot spot = spot(window);
            if (spot.line() >= line) {
                return spot;
            }
            window++;
        }
    }

    private Spot spot(long window) {
        long first = first(window);
        long next = first(window + 1);
        if (next > lines) {
            return new Spot(Long.MAX_VALUE, Long.MAX_VALUE, null);
        }
        long line = first + Dice.of(seed, Dice.Stream.DIRT, window).below((int) (next - first));
        return new Spot(line, line == first ? line + 1 : line - 1, flaws.get((int) (window % flaws.size())));
    }

    private long first(long window) {
        return (long) StrictMath.ceil(window / share);
    }

    /**
     * A malformed line.
     *
     * @param neighbour a line that is well formed
     */
    record Spot(long line, long neighbour, Flaw flaw) {}
}
