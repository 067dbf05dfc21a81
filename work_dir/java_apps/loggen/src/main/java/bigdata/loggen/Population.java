package bigdata.loggen;

import java.io.Serializable;
import java.math.BigInteger;

/** Every user: id, taste, region, type, how active, and whether they pay. The same for the same world, always. */
final class Population implements Serializable {
    static final int REGIONS = 10;
    static final int TYPES = 3;
    private static final double SHARE_PAID = 0.15;
    private static final double ACTIVITY_SHIFT = 10;
    private static final double ACTIVITY_EXPONENT = 0.8;
    private static final int BISECTIONS = 60;

    private final int users;
    private final int maxUserId;
    private final long stride;
    private final byte[] favourite;
    private final byte[] second;
    private final byte[] region;
    private final byte[] type;
    private final boolean[] paid;
    private final Lottery players;

    Population(World world, Catalogue catalogue) {
        users = world.users();
        maxUserId = world.maxUserId();
        stride = strideOf(maxUserId);
        favourite = new byte[users];
        second = new byte[users];
        region = new byte[users];
        type = new byte[users];
        paid = new boolean[users];
        double[] activity = Lottery.zipf(users, ACTIVITY_SHIFT, ACTIVITY_EXPONENT);
        players = new Lottery(activity);
        fill(world.seed(), catalogue, activity);
    }

    private void fill(long seed, Catalogue catalogue, double... activity) {
        Effects effects = new Effects(Dice.of(seed, Dice.Stream.EFFECTS, 0), catalogue.genres());
        Lottery types = new Lottery(5, 3, 2);
        Lottery regions = new Lottery(Lottery.zipf(REGIONS, 2, 1));
        double[] inclination = new double[users];
        double[] chance = new double[users];
        for (int user = 0; user < users; user++) {
            Dice dice = Dice.of(seed, Dice.Stream.USERS, user);
            favourite[user] = (byte) catalogue.drawGenre(dice);
            second[user] = (byte) catalogue.drawGenre(dice);
            region[user] = (byte) regions.draw(dice);
            type[user] = (byte) types.draw(dice);
            inclination[user] = effects.of(favourite[user], region[user], type[user], activity[user] * users);
            chance[user] = dice.unit();
        }
        double base = baseFor(inclination);
        for (int user = 0; user < users; user++) {
            paid[user] = chance[user] < logistic(base + inclination[user]);
        }
    }

    /** The constant that makes the expected share of those who pay what it should be. */
    private static double baseFor(double... inclination) {
        double low = -50;
        double high = 50;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double expected = 0;
            for (double one : inclination) {
                expected += logistic(middle + one);
            }
            if (expected < SHARE_PAID * inclination.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double logistic(double value) {
        return 1 / (1 + StrictMath.exp(-value));
    }

    /** A number without a common factor with the range, near its golden section: it spreads neighbours far apart. */
    private static long strideOf(int range) {
        long stride = Math.max(1, (long) (range * 0.6180339887498949));
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(range)).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }

    int size() {
        return users;
    }

    /** Draws a user by activity. */
    int draw(Dice dice) {
        return players.draw(dice);
    }

    /** The id of a user; no two have the same. */
    int id(int user) {
        return 1 + (int) ((user + 1) * stride % maxUserId);
    }

    int favourite(int user) {
        return favourite[user];
    }

    int second(int user) {
        return second[user];
    }

    int region(int user) {
        return region[user];
    }

    int type(int user) {
        return type[user];
    }

    boolean paid(int user) {
        return paid[user];
    }
}
