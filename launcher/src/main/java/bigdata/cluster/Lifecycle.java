package bigdata.cluster;

import java.io.IOException;
import java.util.Map;

/** What brings a cluster up and down, wherever its nodes live. */
public interface Lifecycle {
    /**
     * Starts what does not run yet and returns when the cluster is usable.
     *
     * @param flags configuration values by key that were given on the command line
     */
    void up(Map<String, String> flags) throws IOException, InterruptedException;

    /**
     * Gives the running cluster so many workers. Those that go hand over their blocks and executors first.
     *
     * @throws NoClusterException when it is not up
     */
    void scale(int workers) throws IOException, InterruptedException;

    /** Stops every node; the data stays. */
    void down() throws IOException, InterruptedException;

    /** Stops every node and deletes what HDFS holds, for ever. */
    void purge() throws IOException, InterruptedException;
}
