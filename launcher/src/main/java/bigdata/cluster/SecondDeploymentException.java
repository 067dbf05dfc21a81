package bigdata.cluster;

import bigdata.BigdataException;
import java.nio.file.Path;

/** One state is one cluster, and this one's runs in another way already. */
public final class SecondDeploymentException extends BigdataException {
    SecondDeploymentException(Path state) {
        super("the cluster of " + state + " runs on this machine without containers; bring it down with `bigdata down` first, or point"
                + " BIGDATA_STATE to another folder for a second cluster");
    }
}
