package bigdata.job;

import bigdata.BigdataException;
import bigdata.ExitStatus;

/** Cluster deploy mode was asked for; Spark's standalone Master cannot give it where clients authenticate. */
final class ClusterDeployModeException extends BigdataException {
    ClusterDeployModeException() {
        super("--deploy-mode cluster does not work on a cluster that authenticates its clients. Leave the option out: the driver runs here.");
    }

    @Override
    public ExitStatus exitStatus() {
        return ExitStatus.USAGE;
    }
}
