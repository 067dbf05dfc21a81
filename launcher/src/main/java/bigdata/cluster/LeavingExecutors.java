package bigdata.cluster;

import bigdata.job.ClientEnvironment;
import bigdata.job.WorkerDecommission;
import bigdata.readiness.Readiness;
import bigdata.spark.LeavingWorkers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The executors on nodes that leave. */
record LeavingExecutors(List<String> nodes, ClientEnvironment client, PrintWriter out) {
    /** Returns when none runs any more: each has finished its tasks and handed on its blocks. */
    void end() throws IOException, InterruptedException {
        List<String> alive = LeavingWorkers.of(client.pages(), nodes).alive();
        do {
            if (!alive.isEmpty()) {
                new WorkerDecommission(client).begin(alive);
            }
            LeavingBlocks.PATIENT.await("the smaller cluster", this::ended, Optional::empty, reason -> out.println("  " + reason));
            alive = LeavingWorkers.of(client.pages(), nodes).alive();
        } while (!alive.isEmpty());
    }

    /** Ready too when a worker came back after a crash: it has to be told again. */
    private Readiness ended() {
        try {
            LeavingWorkers now = LeavingWorkers.of(client.pages(), nodes);
            return now.executors() == 0 || !now.alive().isEmpty() ? Readiness.ready("")
                    : Readiness.notReady("waiting for " + now.executors() + " executors to finish their tasks and hand on their blocks");
        } catch (IOException e) {
            return Readiness.notReady("the Spark Master or a Worker does not answer: " + e.getMessage());
        }
    }
}
