package bigdata.spark.catalog;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.hive.conf.HiveConf;
import org.apache.hadoop.hive.metastore.HiveMetaStore;
import org.apache.hadoop.hive.metastore.IHMSHandler;
import org.apache.hadoop.hive.metastore.api.MetaException;
import org.apache.hadoop.hive.metastore.api.ThriftHiveMetastore;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TSaslServerTransport;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TTransportException;

/**
 * The catalog of saved tables that all programs of the cluster share: Hive's metastore as Spark brings it, behind a login and on one
 * address. Its own main class would listen on every interface and let in anybody.
 */
public final class CatalogServer {
    /** As Hive's clients ask for it, when they have a token. */
    private static final String MECHANISM = "DIGEST-MD5";
    private static final String REALM = "default";

    private CatalogServer() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments host and port to listen on, the file of the secret, the file for clients' token, the folder of the store, and that of tables
     */
    public static void main(String[] arguments) throws IOException, MetaException, TTransportException {
        InetSocketAddress address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        String secret = Files.readString(Path.of(arguments[2])).strip();
        CatalogToken token = new CatalogToken(secret.getBytes(StandardCharsets.US_ASCII));
        token.write(Path.of(arguments[3]));

        HiveConf conf = configuration(Path.of(arguments[4]), arguments[5]);
        IHMSHandler handler = HiveMetaStore.newRetryingHMSHandler(new HiveMetaStore.HMSHandler("catalog", conf, false), conf);
        TSaslServerTransport.Factory login = new TSaslServerTransport.Factory();
        login.addServerDefinition(MECHANISM, null, REALM, Map.of(), token.callbacks());
        new TThreadPoolServer(new TThreadPoolServer.Args(new TServerSocket(address))
                .processor(new ThriftHiveMetastore.Processor<>(handler))
                .transportFactory(login)
                .protocolFactory(new TBinaryProtocol.Factory())).serve();
    }

    private static HiveConf configuration(Path store, String warehouse) {
        HiveConf conf = new HiveConf();
        conf.set("javax.jdo.option.ConnectionURL", "jdbc:derby:;databaseName=" + store + ";create=true");
        conf.set("hive.metastore.uris", ""); // it is the metastore
        conf.set("hive.metastore.warehouse.dir", warehouse);
        conf.set("hive.metastore.schema.verification", "false");
        conf.set("datanucleus.schema.autoCreateAll", "true");
        conf.set("hive.metastore.sasl.enabled", "false"); // or it would ask for Kerberos
        return conf;
    }
}
