package bigdata.features;

import java.io.Serializable;

/** The users that count, both ends included. */
record IdRange(int min, int max) implements Serializable {
    boolean contains(int userId) {
        return min <= userId && userId <= max;
    }
}
