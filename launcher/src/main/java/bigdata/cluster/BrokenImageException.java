package bigdata.cluster;

import bigdata.BigdataException;

/** The image that this container was made of lacks something. */
public final class BrokenImageException extends BigdataException {
    BrokenImageException(String what) {
        super("this image is broken: " + what + "; build it again with `docker compose build`");
    }
}
