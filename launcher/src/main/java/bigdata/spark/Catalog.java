package bigdata.spark;

import bigdata.config.ClientPrograms;
import bigdata.hdfs.FileSystemLayout;
import bigdata.hdfs.HdfsFolders;
import bigdata.hdfs.NameNodeJmx;
import bigdata.process.Jvm;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.secrets.Secrets;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The catalog of saved tables as a service of the master node: Hive's metastore, behind a login of ours (module {@code spark}). */
public final class Catalog implements Service {
    private static final String NAME = "catalog";
    private static final String MAIN = "bigdata.spark.catalog.CatalogServer";
    private static final int HEAP = 192; // MiB

    private final NodeContext node;
    private final Secrets secrets;

    public Catalog(NodeContext node, Secrets secrets) {
        this.node = node;
        this.secrets = secrets;
    }

    /** What clients prove that they have; the service writes it. */
    public static Path token(Path state) {
        return state.resolve("secrets").resolve("catalog-token");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** It makes the folder of its first database. */
    @Override
    public Probe startWhen() {
        return NameNodeJmx.usable(node.topology()).and(FileSystemLayout.exists(node.topology(), FileSystemLayout.WAREHOUSE));
    }

    /** The store lies beside HDFS's own folders: what tells of tables goes when they go. */
    @Override
    public ProcessSpec prepare() throws IOException {
        Path store = HdfsFolders.top(node.state()).resolve("catalog");
        Files.createDirectories(store.getParent());
        Files.createDirectories(node.log(NAME).getParent());
        Jvm jvm = node.jvm(NAME, HEAP)
                .option("-Dlog4j2.configurationFile=" + SparkDaemon.logging(node, NAME))
                .option("-Dhive.async.log.enabled=false") // or its start fails without the library of asynchronous logging
                .option("-Dderby.stream.error.file=" + node.log(NAME + "-store"));
        List<Path> classPath = new ArrayList<>(List.of(ClientPrograms.of(node.installation(), node.state()).hadoopConf(),
                node.installation().sparkPlugin()));
        classPath.addAll(node.installation().sparkClassPath());
        List<String> arguments = List.of(node.host(), String.valueOf(node.topology().catalog()), secrets.file(NAME).toString(),
                token(node.state()).toString(), store.toString(), node.topology().hdfs() + FileSystemLayout.WAREHOUSE);
        return new ProcessSpec(jvm.command(classPath, MAIN, arguments), Map.of(), node.state(), node.output(NAME));
    }

    /** It opens its port once its store is there. */
    @Override
    public Probe ready() {
        return Http.listening(node.host(), node.topology().catalog());
    }

    @Override
    public Probe alive() {
        return ready();
    }

    @Override
    public List<Path> logs() {
        return List.of(node.log(NAME), node.output(NAME));
    }
}
