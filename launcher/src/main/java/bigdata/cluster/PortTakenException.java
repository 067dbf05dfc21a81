package bigdata.cluster;

import bigdata.BigdataException;
import java.util.Optional;

/** A port that the user asked for is in use. */
public final class PortTakenException extends BigdataException {
    PortTakenException(String service, String key, int port, Optional<String> holder) {
        super("port " + port + ", which you asked for (" + key + ") for the " + service + ", is held by "
                + holder.orElse("another process") + ". End that process, or give another port or `auto`");
    }
}
