package bigdata.spark.plugin;

import bigdata.spark.master.MasterClient;
import bigdata.spark.master.MasterUnreachableException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;

/** The workers that the Master knows and that accept connections. */
final class Workers {
    /**
     * How long a cluster may be without any worker: one that crashed is back within seconds, and one that found no Master
     * tries again after 5 to 12. Longer than that, nobody is coming.
     */
    private static final String WAIT = "spark.bigdata.workers.wait";
    private static final String DEFAULT_WAIT = "15s";
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int CONNECT_MILLIS = 2_000;

    private final MasterClient master;
    private final Duration wait;

    Workers(SparkContext context) {
        master = new MasterClient(context.env().rpcEnv(), context.master());
        wait = Duration.ofSeconds(context.getConf().getTimeAsSeconds(WAIT, DEFAULT_WAIT));
    }

    /**
     * Those that there are; waits for the first one.
     *
     * @throws ImpossibleRequestException when none comes
     */
    List<Offer> present() {
        long deadline = System.nanoTime() + wait.toNanos();
        String reason;
        do {
            try {
                List<Offer> workers = Stream.of(master.state().workers()).map(Offer::of).filter(Workers::accepts).toList();
                if (!workers.isEmpty()) {
                    return workers;
                }
                reason = "no worker is registered with the Master";
            } catch (MasterUnreachableException e) {
                reason = e.getMessage();
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new ImpossibleRequestException("The cluster cannot run anything: for %d s now, %s. `bigdata status` says what is wrong."
                .formatted(wait.toSeconds(), reason));
    }

    /** The Master lists workers that died for a quarter of an hour more, and its answer does not say which. */
    private static boolean accepts(Offer worker) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(worker.host(), worker.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(INTERVAL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImpossibleRequestException("Interrupted while waiting for a worker.");
        }
    }
}
