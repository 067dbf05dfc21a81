package bigdata.environment;

import bigdata.BigdataException;

/** The image, and with it the environment, can only be read. */
public final class InsideContainerException extends BigdataException {
    /** @param command what to give outside */
    public InsideContainerException(String command) {
        super("the environment is part of this container's image, which can only be read: give `./bigdata " + command
                + "` in the project's folder on the machine that runs the containers.");
    }
}
