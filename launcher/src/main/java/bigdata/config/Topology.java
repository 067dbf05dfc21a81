package bigdata.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where the master node's services of a running cluster answer. Worker nodes need no place here: their ports are picked by
 * the kernel and told to the master by themselves, so that any number of them fits on one host.
 *
 * @param host name or address of the master node, as every node and client reaches it
 * @param namenode NameNode's RPC port, the authority of {@code hdfs://} paths
 * @param namenodeHttp NameNode's web port
 * @param sparkMaster Spark Master's RPC port, as in {@code spark://host:port}
 * @param sparkMasterUi Spark Master's web port
 * @param historyServer History Server's web port
 * @param jupyter JupyterLab's port; 0 in a cluster that never had one
 * @param connect the Spark Connect server's port; 0 in a cluster that never had one
 * @param catalog the port of the catalog of saved tables; 0 in a cluster without
 */
public record Topology(String host, int namenode, int namenodeHttp, int sparkMaster, int sparkMasterUi, int historyServer,
        int jupyter, int connect, int catalog) {
    /** Whether only this machine reaches it. */
    @JsonIgnore
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether {@code host} is an address that only this machine reaches; one that cannot be resolved is none. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The same cluster without a catalog of saved tables. */
    public Topology withoutCatalog() {
        return new Topology(host, namenode, namenodeHttp, sparkMaster, sparkMasterUi, historyServer, jupyter, connect, 0);
    }

    public String hdfs() {
        return "hdfs://" + host + ":" + namenode;
    }

    public String spark() {
        return "spark://" + host + ":" + sparkMaster;
    }

    public URI namenodeUi(String pathAndQuery) {
        return URI.create("http://" + host + ":" + namenodeHttp + pathAndQuery);
    }

    public URI sparkMasterUi(String pathAndQuery) {
        return URI.create("http://" + host + ":" + sparkMasterUi + pathAndQuery);
    }

    public URI historyServerUi(String pathAndQuery) {
        return URI.create("http://" + host + ":" + historyServer + pathAndQuery);
    }
}
