package bigdata.spark.master;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SecurityManager;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages.ApplicationRemoved;
import org.apache.spark.deploy.master.ApplicationInfo;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.util.Utils;
import scala.Option;

/**
 * Ends a running application, whoever started it: what the Master's page does with its kill button, for those who hold the
 * cluster's secret. Runs on Spark's class path; the Master's address and the secret come from a properties file.
 *
 * <p>The driver is told what the Master would tell it, so that its context stops; then the Master is told, which ends the
 * executors even when the driver does not answer.
 */
public final class KillApplication {
    private static final Duration DRIVER_STOPS = Duration.ofSeconds(10);
    private static final Duration MASTER_ENDS_IT = Duration.ofSeconds(10);
    private static final long INTERVAL_MILLIS = 100;

    private final RpcEnv rpc;
    private final MasterClient master;
    private final PrintStream err;

    KillApplication(RpcEnv rpc, String masterUrl, PrintStream err) {
        this.rpc = rpc;
        this.master = new MasterClient(rpc, masterUrl);
        this.err = err;
    }

    /** Arguments: a properties file as {@code spark-defaults.conf}, and an application's id. Exits 0 when it is gone, else 1. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: KillApplication PROPERTIES_FILE APPLICATION_ID");
            System.exit(2);
        }
        SparkConf conf = new SparkConf(false);
        Utils.getPropertiesFromFile(args[0]).foreach(entry -> conf.set(entry._1(), entry._2()));
        String host = conf.get("spark.driver.host", "localhost");
        RpcEnv rpc = RpcEnv.create("bigdataKill", host, 0, conf, new SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE()), true);
        try {
            System.exit(new KillApplication(rpc, conf.get("spark.master"), System.err).kill(args[1]) ? 0 : 1);
        } catch (MasterUnreachableException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Whether {@code id} ran and does not any more. */
    boolean kill(String id) throws MasterUnreachableException, InterruptedException {
        Optional<ApplicationInfo> application = running(id);
        if (application.isEmpty()) {
            List<String> others = Arrays.stream(master.state().activeApps()).map(ApplicationInfo::id).toList();
            err.println("no running application has the id " + id + "; running: " + (others.isEmpty() ? "none" : String.join(", ", others)));
            return false;
        }
        if (tellDriver(application.get())) {
            awaitEnd(id, DRIVER_STOPS);
        }
        master.unregister(id);
        if (!awaitEnd(id, MASTER_ENDS_IT)) {
            err.println("the Master still has " + id + " " + MASTER_ENDS_IT.toSeconds() + " s after it was told to end it");
            return false;
        }
        return true;
    }

    /** Whether the driver could be told. */
    private boolean tellDriver(ApplicationInfo application) {
        try {
            rpc.setupEndpointRef(application.driver().address(), application.driver().name()).send(new ApplicationRemoved("KILLED"));
            return true;
        } catch (Exception e) { // Scala declares none of those that this throws
            err.println("the driver of " + application.id() + " does not answer (" + e.getMessage() + "); its executors are ended");
            return false;
        }
    }

    private boolean awaitEnd(String id, Duration limit) throws MasterUnreachableException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (running(id).isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
        }
        return true;
    }

    private Optional<ApplicationInfo> running(String id) throws MasterUnreachableException {
        return Arrays.stream(master.state().activeApps()).filter(application -> application.id().equals(id)).findFirst();
    }
}
