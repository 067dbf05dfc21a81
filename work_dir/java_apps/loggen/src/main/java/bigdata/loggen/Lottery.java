package bigdata.loggen;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Draws an index with given odds in constant time (Walker's alias method). */
final class Lottery implements Serializable {
    private final double[] keep;
    private final int[] alias;

    Lottery(double... weights) {
        int count = weights.length;
        keep = new double[count];
        alias = new int[count];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            keep[i] = weights[i] * count / total;
            alias[i] = i;
            (keep[i] < 1 ? small : large).add(i);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.remove();
            int rich = large.peek();
            alias[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1) {
                small.add(large.remove());
            }
        }
    }

    /** Weights of Zipf's law: {@code 1 / (rank + shift)^exponent}. */
    static double[] zipf(int count, double shift, double exponent) {
        double[] weights = new double[count];
        for (int rank = 0; rank < count; rank++) {
            weights[rank] = StrictMath.pow(rank + 1 + shift, -exponent);
        }
        return weights;
    }

    int draw(Dice dice) {
        int index = dice.below(keep.length);
        return dice.unit() < keep[index] ? index : alias[index];
    }
}
