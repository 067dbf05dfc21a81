package bigdata.spark.plugin;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Stands for a folder that only some machines of the cluster see: says so to whoever reads or writes there. */
public final class UnsharedFolder extends RawLocalFileSystem {
    static final String SCHEME = "unshared";

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        throw new IOException("/tmp/data is a folder of the master's machine, and workers of other machines do not see it. Use HDFS:"
                + " `bigdata fs -put FILE HDFS_FOLDER` before the job, `bigdata fs -get` after it");
    }
}
