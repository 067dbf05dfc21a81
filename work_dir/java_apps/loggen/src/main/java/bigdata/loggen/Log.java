package bigdata.loggen;

import java.io.IOException;
import java.io.Serializable;

/** One of the two logs. Its lines come in blocks of a fixed number, each a file, so no result depends on who writes it. */
interface Log extends Serializable {
    /** Lines a block: a few seconds of a core's work, tens of megabytes. */
    int BLOCK = 500_000;

    /** The name of the folder. */
    String folder();

    /** The first line of every file. */
    String header();

    /** How many lines there are, without headers. */
    long lines();

    /** Writes the lines of one block. */
    void write(int block, Lines out) throws IOException;

    /** At least one, so that an empty log has a file with a header too. */
    default int blocks() {
        return (int) Math.max(1, (lines() + BLOCK - 1) / BLOCK);
    }

    /** The first line of a block; of the block after the last one: the end. */
    default long first(int block) {
        return Math.min((long) block * BLOCK, lines());
    }
}
