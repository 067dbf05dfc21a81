package bigdata.spark.master;

import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.util.Utils;
import scala.Option;

/** Whether the Master answers one who holds the secret in a properties file: finds out before a worker is started in vain. */
public final class AskMaster {
    private AskMaster() {}

    /** Argument: a properties file as {@code spark-defaults.conf}. Exits 0 when the Master answers, else 1 with the reason as last line. */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("usage: AskMaster PROPERTIES_FILE");
            System.exit(2);
        }
        SparkConf conf = new SparkConf(false);
        Utils.getPropertiesFromFile(args[0]).foreach(entry -> conf.set(entry._1(), entry._2()));
        RpcEnv rpc = RpcEnv.create("bigdataAsk", conf.get("spark.driver.host"), 0, conf,
                new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE()), true);
        try {
            new MasterClient(rpc, conf.get("spark.master")).state();
            System.exit(0);
        } catch (MasterUnreachableException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
