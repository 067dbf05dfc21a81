package bigdata.cluster;

import bigdata.BigdataException;
import java.util.Collection;

/** Logs were asked for of a service that this cluster never had. */
public final class NoSuchServiceException extends BigdataException {
    NoSuchServiceException(String asked, Collection<String> services) {
        super(services.isEmpty() ? "there are no logs yet; `bigdata up` starts the cluster"
                : "there is no service " + asked + "; there are " + String.join(", ", services));
    }
}
