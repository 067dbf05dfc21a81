package bigdata.join;

import bigdata.config.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;

/** The way from this machine to the master. */
record Reach(Topology topology) {
    private static final int LIMIT_MILLIS = 5_000;

    /**
     * Whether the name that a person knows the master by means the machine that the cluster's programs know.
     *
     * @throws JoinRefused when it does not, or this machine does not know a name
     */
    void check(String master) {
        if (!master.equals(topology.host()) && !addresses(master).equals(addresses(topology.host()))) {
            throw new JoinRefused("--master names " + master + ", but the file is of a cluster that every program reaches at " + topology.host()
                    + "; name that, or write a new file where the cluster is up");
        }
    }

    /** This machine's address on the way to the master; the ports of all its services that workers need are tried. */
    String localAddress() {
        String address = connect("Spark Master", topology.sparkMaster());
        connect("NameNode", topology.namenode());
        connect("NameNode's pages", topology.namenodeHttp());
        connect("Spark Master's pages", topology.sparkMasterUi());
        return address;
    }

    /** @throws JoinRefused when services of this machine cannot listen on {@code address} */
    static void checkLocal(String address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        } catch (IOException notOurs) {
            throw new JoinRefused("services of this machine cannot listen on " + address + " (" + notOurs.getMessage()
                    + "); give one of its addresses to --bind, or leave that out", notOurs);
        }
    }

    private String connect(String service, int port) {
        addresses(topology.host());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(topology.host(), port), LIMIT_MILLIS);
            return socket.getLocalAddress().getHostAddress();
        } catch (IOException failure) {
            String reason = failure instanceof SocketTimeoutException ? "no answer within " + LIMIT_MILLIS / 1000 + " s" : failure.getMessage();
            throw new JoinRefused("cannot reach the " + service + " at " + topology.host() + ":" + port + " (" + reason
                    + "). Is the cluster up there (`bigdata status`), and does a firewall let this machine through?", failure);
        }
    }

    private static Set<InetAddress> addresses(String host) {
        try {
            return Set.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            throw new JoinRefused("this machine knows no host " + host + "; every machine of a cluster must know the master by one name: add it"
                    + " to /etc/hosts, or bring the cluster up with `--bind` and an address", unknown);
        }
    }
}
