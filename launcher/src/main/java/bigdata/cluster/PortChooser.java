package bigdata.cluster;

import bigdata.config.Ports;
import bigdata.config.Topology;
import bigdata.process.PortHolder;
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
 * @param host where the services listen
 * @param said told when a port of the last time is taken
 */
record PortChooser(String host, Consumer<String> said) {
    /** Below the range from which kernels pick ports by themselves (32768 and up on Linux, 49152 and up on macOS). */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;

    private record Question(String service, String key, OptionalInt asked, ToIntFunction<Topology> last) {}

    /** @throws PortTakenException when a port that the user asked for is in use */
    Topology choose(Ports asked, Optional<Topology> last) {
        List<Question> questions = List.of(
                new Question("NameNode", "namenode.port", asked.namenode(), Topology::namenode),
                new Question("NameNode's pages", "namenode.http.port", asked.namenodeHttp(), Topology::namenodeHttp),
                new Question("Spark Master", "spark.master.port", asked.sparkMaster(), Topology::sparkMaster),
                new Question("Spark Master's pages", "spark.master.ui.port", asked.sparkMasterUi(), Topology::sparkMasterUi),
                new Question("History Server", "history.port", asked.historyServer(), Topology::historyServer));
        Set<Integer> taken = new HashSet<>();
        questions.forEach(question -> question.asked().ifPresent(taken::add)); // else another service may get one first
        int[] ports = questions.stream().mapToInt(question -> {
            int port = choose(question, last, taken);
            taken.add(port);
            return port;
        }).toArray();
        return new Topology(host, ports[0], ports[1], ports[2], ports[3], ports[4]);
    }

    private int choose(Question question, Optional<Topology> last, Set<Integer> taken) {
        if (question.asked().isPresent()) {
            int port = question.asked().getAsInt();
            if (!isFree(port)) {
                throw new PortTakenException(question.service(), question.key(), port, PortHolder.of(port));
            }
            return port;
        }
        if (last.isPresent() && !taken.contains(question.last().applyAsInt(last.get()))) {
            int port = question.last().applyAsInt(last.get());
            if (isFree(port)) {
                return port;
            }
            int other = anyFree(taken);
            said.accept("port " + port + " of the " + question.service() + " is held by "
                    + PortHolder.of(port).orElse("another process") + "; using " + other);
            return other;
        }
        return anyFree(taken);
    }

    private int anyFree(Set<Integer> taken) {
        return ThreadLocalRandom.current().ints(LOWEST, HIGHEST).limit(HIGHEST - LOWEST)
                .filter(port -> !taken.contains(port) && isFree(port)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST + " on " + host));
    }

    private boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
