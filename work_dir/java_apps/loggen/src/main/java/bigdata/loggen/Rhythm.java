package bigdata.loggen;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/** When people listen: on the way in the morning, in the evening most, later on free days. The weights are made up, as the people are. */
final class Rhythm implements Serializable {
    private static final int SECONDS_AN_HOUR = 3_600;
    /** Plays in each hour of a day, against each other. */
    private static final double[] WORKDAY = {3, 2, 1, 1, 1, 2, 5, 9, 10, 7, 6, 6, 8, 7, 6, 6, 8, 11, 12, 13, 14, 13, 10, 6};
    private static final double[] FREE_DAY = {7, 5, 3, 2, 1, 1, 2, 3, 6, 9, 11, 12, 12, 12, 12, 12, 12, 12, 13, 14, 15, 15, 14, 10};

    /** The share of all plays that are over when an hour is, for each hour of all days. */
    private final double[] over;

    Rhythm(LocalDate start, int days) {
        over = new double[days * WORKDAY.length];
        double plays = 0;
        for (int hour = 0; hour < over.length; hour++) {
            plays += weights(start.plusDays(hour / WORKDAY.length))[hour % WORKDAY.length];
            over[hour] = plays;
        }
        for (int hour = 0; hour < over.length; hour++) {
            over[hour] /= plays; // the last one becomes 1, exactly
        }
    }

    /** The second after the start at which {@code share} of all plays are over, for 0 to 1 without 1; it grows with the share. */
    long second(double share) {
        int found = Arrays.binarySearch(over, share);
        int hour = found < 0 ? -found - 1 : found + 1;
        double before = hour == 0 ? 0 : over[hour - 1];
        return (long) ((hour + (share - before) / (over[hour] - before)) * SECONDS_AN_HOUR);
    }

    private static double[] weights(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? WORKDAY : FREE_DAY;
    }
}
