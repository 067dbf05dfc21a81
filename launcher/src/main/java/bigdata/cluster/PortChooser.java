package bigdata.cluster;

import bigdata.config.Ports;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterSettings;
import bigdata.process.PortHolder;
import bigdata.spark.ConnectSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Chooses the ports of the master node: what the user asked for, else the port of the last time, else any free one.
 *
 * @param host where the services listen, but for JupyterLab
 * @param jupyter whether JupyterLab is among them; else its last port is kept for later, whoever has it now
 * @param connect the same of the Spark Connect server
 * @param catalog whether there is a catalog of saved tables
 * @param said told when a port of the last time is taken
 */
record PortChooser(String host, boolean jupyter, boolean connect, boolean catalog, Consumer<String> said) {
    /** Below the range from which kernels pick ports by themselves (32768 and up on Linux, 49152 and up on macOS). */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    /** @param on whether there is such a service; one that is off keeps its last port */
    private record Question(String service, String key, String host, OptionalInt asked, ToIntFunction<Topology> last, boolean on) {}

    /** @throws PortTakenException when a port that the user asked for is in use */
    Topology choose(Ports asked, Optional<Topology> last) {
        List<Question> questions = List.of(
                new Question("NameNode", "namenode.port", host, asked.namenode(), Topology::namenode, true),
                new Question("NameNode's pages", "namenode.http.port", host, asked.namenodeHttp(), Topology::namenodeHttp, true),
                new Question("Spark Master", "spark.master.port", host, asked.sparkMaster(), Topology::sparkMaster, true),
                new Question("Spark Master's pages", "spark.master.ui.port", host, asked.sparkMasterUi(), Topology::sparkMasterUi, true),
                new Question("History Server", "history.port", host, asked.historyServer(), Topology::historyServer, true),
                new Question("JupyterLab", "jupyter.port", JupyterSettings.LOOPBACK, asked.jupyter(), Topology::jupyter, jupyter),
                new Question("Spark Connect server", "connect.port", ConnectSettings.LOOPBACK, asked.connect(), Topology::connect, connect),
                new Question("catalog", "catalog", host, OptionalInt.empty(), Topology::catalog, catalog));
        Set<Integer> taken = new HashSet<>();
        questions.stream().filter(Question::on) // else another service may get one first
                .forEach(question -> question.asked().ifPresent(taken::add));
        int[] ports = questions.stream().mapToInt(question -> {
            if (!question.on()) {
                return last.map(question.last()::applyAsInt).orElse(0);
            }
            int port = choose(question, last, taken);
            taken.add(port);
            return port;
        }).toArray();
        return new Topology(host, ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], catalog ? ports[7] : 0);
    }

    private int choose(Question question, Optional<Topology> last, Set<Integer> taken) {
        if (question.asked().isPresent()) {
            int port = question.asked().getAsInt();
            if (!isFree(question.host(), port)) {
                throw new PortTakenException(question.service(), question.key(), port, PortHolder.of(port));
            }
            return port;
        }
        if (last.filter(known -> question.last().applyAsInt(known) != 0).isPresent()
                && !taken.contains(question.last().applyAsInt(last.get()))) {
            int port = question.last().applyAsInt(last.get());
            if (isFree(question.host(), port)) {
                return port;
            }
            int other = anyFree(question.host(), taken);
            said.accept("port " + port + " of the " + question.service() + " is held by "
                    + PortHolder.of(port).orElse("another process") + "; using " + other);
            return other;
        }
        return anyFree(question.host(), taken);
    }

    private static int anyFree(String host, Set<Integer> taken) {
        return ThreadLocalRandom.current().ints(LOWEST, HIGHEST).limit(HIGHEST - LOWEST)
                .filter(port -> !taken.contains(port) && isFree(host, port)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST + " on " + host));
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
