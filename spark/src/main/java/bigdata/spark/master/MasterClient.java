package bigdata.spark.master;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.deploy.DeployMessages;
import org.apache.spark.deploy.DeployMessages.MasterStateResponse;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.RpcTimeout;
import org.apache.spark.util.Utils;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/**
 * Talks to the standalone Master as Spark's own parts do, authenticated and encrypted as the given {@link RpcEnv} is.
 * These messages are internal to Spark: the module is compiled against the very version that runs.
 */
public final class MasterClient {
    private static final RpcTimeout ANSWER = new RpcTimeout(new FiniteDuration(10, TimeUnit.SECONDS), "spark.bigdata.master.answer");

    private final RpcEnv rpc;
    private final String masterUrl;

    /** @param masterUrl {@code spark://host:port}, or several as {@code spark://host:port,host:port} */
    public MasterClient(RpcEnv rpc, String masterUrl) {
        this.rpc = rpc;
        this.masterUrl = masterUrl;
    }

    /**
     * The state of the Master that leads. Spark does not send the state of a worker or an application along: what arrives
     * says ALIVE or WAITING of each.
     *
     * @throws MasterUnreachableException when none answers
     */
    public MasterStateResponse state() throws MasterUnreachableException {
        return ask(leader());
    }

    /** Makes the Master forget a running application and end its executors; its driver is not told. */
    public void unregister(String applicationId) throws MasterUnreachableException {
        leader().send(new DeployMessages.UnregisterApplication(applicationId));
    }

    /** Makes the Master give these workers no new executors, and tell drivers and workers that they leave. */
    public void decommission(List<String> workerIds) throws MasterUnreachableException {
        leader().send(new DeployMessages.DecommissionWorkers(CollectionConverters.asScala(workerIds).toSeq()));
    }

    private RpcEndpointRef leader() throws MasterUnreachableException {
        MasterUnreachableException failure = null;
        for (String url : Utils.parseStandaloneMasterUrls(masterUrl)) {
            try {
                RpcEndpointRef master = rpc.setupEndpointRef(RpcAddress.fromSparkURL(url), Master.ENDPOINT_NAME());
                if (!ask(master).status().toString().equals("STANDBY")) {
                    return master;
                }
                failure = new MasterUnreachableException(url + " is a standby", null);
            } catch (Exception e) { // Scala declares none of those that this throws
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                failure = new MasterUnreachableException(url + " (" + rootMessage(e) + ")", e);
            }
        }
        throw failure;
    }

    private static MasterStateResponse ask(RpcEndpointRef master) {
        return master.askSync(DeployMessages.RequestMasterState$.MODULE$, ANSWER, ClassTag$.MODULE$.apply(MasterStateResponse.class));
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
