package bigdata.spark.master;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.util.Utils;
import scala.Option;

/**
 * Makes workers leave in good order: they get no new executors, and those that run finish their tasks and hand on their blocks.
 * The Master's page can only name hosts, which several workers may share. Runs on Spark's class path; the Master's address and
 * the secret come from a properties file.
 */
public final class DecommissionWorkers {
    private DecommissionWorkers() {
    }

    /** Arguments: a properties file as {@code spark-defaults.conf}, and the workers' ids. Exits 0 when the Master was told. */
    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: DecommissionWorkers PROPERTIES_FILE WORKER_ID...");
            System.exit(2);
        }
        List<String> ids = Arrays.asList(args).subList(1, args.length);
        SparkConf conf = new SparkConf(false);
        Utils.getPropertiesFromFile(args[0]).foreach(entry -> conf.set(entry._1(), entry._2()));
        RpcEnv rpc = RpcEnv.create("bigdataDecommission", conf.get("spark.driver.host", "localhost"), 0, conf,
                new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE()), true);
        try {
            MasterClient master = new MasterClient(rpc, conf.get("spark.master"));
            master.decommission(ids);
            master.state(); // answered on the same connection after what was sent before, so that has arrived
            System.exit(0);
        } catch (MasterUnreachableException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
