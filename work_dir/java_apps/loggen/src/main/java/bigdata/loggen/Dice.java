package bigdata.loggen;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every JDK: of the JDK's generator only {@code nextLong} is used, because how ints,
 * doubles and Gaussians are made of it has changed between releases.
 */
final class Dice {
    private final SplittableRandom bits;

    private Dice(long seed) {
        bits = new SplittableRandom(seed);
    }

    /** The dice of one thing: each stream and index has its own, independent of who throws the others. */
    static Dice of(long seed, Stream stream, long index) {
        long mixed = new SplittableRandom(seed).nextLong();
        mixed = new SplittableRandom(mixed ^ stream.ordinal()).nextLong();
        return new Dice(new SplittableRandom(mixed ^ index).nextLong());
    }

    /** At least 0, less than 1. */
    double unit() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    /** At least 0, less than the bound. */
    int below(int bound) {
        return (int) ((bits.nextLong() >>> 32) * bound >>> 32);
    }

    /** Nearly normal, mean 0, variance 1: the sum of twelve uniform numbers, exact in every arithmetic. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /** What is random. */
    enum Stream { USERS, EFFECTS, PLAYS, DIRT }
}
