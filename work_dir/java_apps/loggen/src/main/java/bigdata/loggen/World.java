package bigdata.loggen;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What the logs tell of.
 *
 * @param plays lines of log2
 * @param users lines of log1
 * @param songs different songs
 * @param maxUserId user ids are spread over 1 to this
 * @param dirt the share of malformed lines of each log, 0 to 0.5
 * @param start the day of the first play
 * @param days how long the plays last
 */
record World(long plays, int users, int songs, int maxUserId, double dirt, long seed, LocalDate start, int days)
        implements Serializable {
}
