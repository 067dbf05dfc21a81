package bigdata.spark.plugin;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;

/**
 * What changes for an application when workers of other machines have joined: they do not see the project's data folder.
 *
 * @param workers all that are there
 */
record OtherMachines(List<Offer> workers) {
    /** The link of Hadoop's mount table by which {@code /tmp/data} is the project's data folder. */
    private static final Pattern DATA = Pattern.compile("fs\\.viewfs\\.mounttable\\..+\\.linkRegex\\.\\^/tmp/data");

    OtherMachines {
        workers = List.copyOf(workers);
    }

    void apply(SparkContext context) {
        if (workers.stream().anyMatch(Offer::isOfAnotherMachine)) {
            refuseData(context.hadoopConfiguration());
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
