package bigdata.spark.plugin;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * What changes for an application when workers of other machines have joined: nobody knew their number when the cluster came up,
 * and they do not see the project's data folder.
 *
 * @param workers all that are there
 */
record OtherMachines(List<Offer> workers) {
    static final String CORES_MAX = "spark.cores.max";
    private static final String DEFAULT_CORES = "spark.deploy.defaultCores";
    /** The link of Hadoop's mount table by which {@code /tmp/data} is the project's data folder. */
    private static final Pattern DATA = Pattern.compile("fs\\.viewfs\\.mounttable\\..+\\.link\\./tmp/data");

    OtherMachines {
        workers = List.copyOf(workers);
    }

    void apply(SparkContext context) {
        if (workers.stream().anyMatch(Offer::isOfAnotherMachine)) {
            shareCores(context.conf());
            refuseData(context.hadoopConfiguration());
        }
    }

    /** Half of all cores, unless the application says how many: what the Master, who knows its own workers, gives otherwise. */
    void shareCores(SparkConf conf) {
        if (!conf.contains(CORES_MAX)) {
            int half = workers.stream().mapToInt(Offer::cores).sum() / 2;
            int fair = Math.max(half, conf.getInt(DEFAULT_CORES, 1));
            conf.set(CORES_MAX, String.valueOf(Math.max(fair, ExecutorRequest.of(conf).leastCores())));
        }
    }

    /** Tasks elsewhere would find nothing there and, worse, write to a disk where nobody looks. */
    static void refuseData(Configuration hadoop) {
        for (Map.Entry<String, String> link : hadoop.getValByRegex(DATA.pattern()).entrySet()) {
            hadoop.set(link.getKey(), UnsharedFolder.SCHEME + ":///");
        }
        hadoop.setClass("fs." + UnsharedFolder.SCHEME + ".impl", UnsharedFolder.class, org.apache.hadoop.fs.FileSystem.class);
    }
}
