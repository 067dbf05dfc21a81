package bigdata.loggen;

/** What inclines a user to pay, in log odds. Chance does the rest, so no model can know. */
final class Effects {
    private static final double TASTE = 1.5;
    private static final double ACTIVITY = 0.9;
    private static final double REGION = 0.8;
    private static final double TYPE = 0.8;

    private final double[] byGenre;
    private final double[] byRegion;
    private final double[] byType;

    Effects(Dice dice, int genres) {
        byGenre = effects(dice, genres);
        byRegion = effects(dice, Population.REGIONS);
        byType = effects(dice, Population.TYPES);
    }

    /** Mean 0 and variance 1, so that every seed makes logs that are about as hard to predict. */
    private static double[] effects(Dice dice, int count) {
        double[] effects = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            effects[i] = dice.normal();
            mean += effects[i] / count;
        }
        double variance = 0;
        for (double effect : effects) {
            variance += (effect - mean) * (effect - mean) / count;
        }
        for (int i = 0; i < count; i++) {
            effects[i] = count == 1 ? 0 : (effects[i] - mean) / StrictMath.sqrt(variance);
        }
        return effects;
    }

    double of(int genre, int region, int type, double activity) {
        return TASTE * byGenre[genre] + REGION * byRegion[region] + TYPE * byType[type]
            + ACTIVITY * StrictMath.log(activity);
    }
}
