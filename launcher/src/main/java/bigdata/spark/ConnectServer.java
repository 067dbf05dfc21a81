package bigdata.spark;

import bigdata.config.ClientPrograms;
import bigdata.config.SparkProperties;
import bigdata.hdfs.NameNodeJmx;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.secrets.Secrets;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spark's Connect server as a service of the master node: an application of the cluster like any other, in which clients of other
 * programs have their sessions.
 */
public final class ConnectServer implements Service {
    /** The name of its secret: who may connect. */
    static final String TOKEN = "connect";

    private static final String NAME = "spark-connect";
    private static final String MAIN = "org.apache.spark.sql.connect.service.SparkConnectServer";

    private final NodeContext node;
    private final ConnectSettings settings;
    private final Secrets secrets;

    public ConnectServer(NodeContext node, ConnectSettings settings, Secrets secrets) {
        this.node = node;
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** An application without any worker would be refused. */
    @Override
    public Probe startWhen() {
        return NameNodeJmx.usable(node.topology()).and(MasterJson.aliveWorkers(SparkPages.of(node.topology(), node.state()), 1));
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        ClientPrograms client = ClientPrograms.of(node.installation(), node.state());
        Path file = node.configuration().resolve(NAME + ".conf");
        new SparkProperties()
                .setAll(SparkProperties.read(client.sparkConf().resolve("spark-defaults.conf")))
                .setAll(SparkSettings.driversAt(node.host()).entries())
                .setAll(SparkSettings.connectServer(secrets.named(TOKEN), settings.listen(), node.topology().connect()).entries())
                .writePrivate(file);
        Files.createDirectories(node.log(NAME).getParent());
        return new ProcessSpec(List.of(
                node.installation().sparkHome().resolve("bin").resolve("spark-submit").toString(),
                "--properties-file", file.toString(),
                "--driver-java-options", "\"-Dlog4j2.configurationFile=" + SparkDaemon.logging(node, NAME) + "\"",
                "--name", "Spark Connect",
                "--class", MAIN, "spark-internal"), variables(client), node.state(), node.output(NAME));
    }

    /** It opens its port once its Spark session is there. */
    @Override
    public Probe ready() {
        return Http.listening(settings.listen(), node.topology().connect());
    }

    @Override
    public Probe alive() {
        return ready();
    }

    @Override
    public List<Path> logs() {
        return List.of(node.log(NAME), node.output(NAME));
    }

    /** A folder of configuration that does not exist: one with files in it would keep the JVM from using its class archive. */
    private Map<String, String> variables(ClientPrograms client) {
        Map<String, String> variables = new HashMap<>(client.variables());
        variables.put("SPARK_CONF_DIR", client.sparkConf().resolveSibling("none").toString());
        variables.put("SPARK_LOCAL_IP", node.host());
        variables.put("SPARK_LOCAL_DIRS", node.state().resolve("work").resolve(node.name()).resolve(NAME).toString());
        return variables;
    }
}
