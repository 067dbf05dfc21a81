package bigdata.join;

import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a joined worker is called in its cluster: like nobody else there. */
record WorkerName(String text) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?");
    /** The master's own nodes. */
    private static final Pattern RESERVED = Pattern.compile("master|worker-[0-9]+");
    private static final int CONNECT_MILLIS = 2_000;

    WorkerName {
        if (!ALLOWED.matcher(text).matches()) {
            throw new JoinRefused("a node cannot be called " + text + "; allowed are small letters, digits and - between them, at most 62");
        }
        if (RESERVED.matcher(text).matches()) {
            throw new JoinRefused("a node that joins cannot be called " + text + ": the nodes of the master's machine are; give another with --name");
        }
    }

    /** {@code worker-HOST}, after the first part of this machine's name. */
    static WorkerName ofThisMachine() throws IOException {
        String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").replaceAll("[^a-z0-9-]", "-");
        return new WorkerName(host.matches("[0-9]+") ? "worker-host-" + host : "worker-" + host);
    }

    /**
     * A worker of this name may be listed that is gone: the Master believes for a minute that a killed one lives.
     *
     * @param host this worker's address
     */
    void checkFree(SparkPages pages, String host) throws IOException {
        Optional<MasterJson.Worker> other = MasterJson.read(pages).workers().stream().filter(worker -> worker.node().equals(text))
                .filter(worker -> !worker.host().equals(host) || accepts(worker)).findFirst();
        if (other.isPresent()) {
            throw new JoinRefused("the cluster has a worker " + text + " already, at " + other.get().host() + "; give another name with --name");
        }
    }

    private static boolean accepts(MasterJson.Worker worker) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(worker.host(), worker.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
