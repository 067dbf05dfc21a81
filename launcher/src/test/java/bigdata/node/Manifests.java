package bigdata.node;

import bigdata.config.Installation;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterSettings;
import bigdata.spark.ClusterSize;
import bigdata.spark.ConnectSettings;
import java.nio.file.Path;

/** Manifests of clusters of which nothing is installed and nobody listens. */
public final class Manifests {
    private static final Topology NOBODY_LISTENS = new Topology("127.0.0.1", 1, 2, 3, 4, 5, 6, 7, 8);

    private Manifests() {}

    /** A cluster of this many workers. Its Java is none, so that no service can start. */
    public static ClusterManifest ofWorkers(int workers) {
        Path nothing = Path.of("/nothing-is-here");
        return new ClusterManifest("local", NOBODY_LISTENS, new ClusterSize(workers, 1, 1024), 1,
                new Installation(nothing, nothing, nothing, nothing), JupyterSettings.off(), ConnectSettings.off(), "");
    }
}
