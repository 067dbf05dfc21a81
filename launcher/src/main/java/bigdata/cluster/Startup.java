package bigdata.cluster;

import bigdata.config.Project;
import bigdata.deployment.Deployment;
import bigdata.hdfs.NameNodeJmx;
import bigdata.node.ClusterManifest;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import bigdata.readiness.Waiter;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Starts nodes and waits until the whole cluster is usable; what a failed start began is stopped again. A node that ran before
 * is left running.
 */
record Startup(Deployment deployment, ClusterManifest manifest, Project project, PrintWriter out) {
    /** Leaving safe mode with many blocks on a slow disk fits; a crash or a refusal ends the wait at once. */
    private static final Waiter USABLE = new Waiter(Duration.ofMinutes(3), Duration.ofMillis(150));

    void run(List<String> missing) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<String> started = new ArrayList<>();
        Setbacks setbacks = Setbacks.since(deployment, project.state(), Nodes.of(manifest));
        try {
            for (String node : refusing()) {
                restart(node);
            }
            for (String node : missing) {
                deployment.start(Nodes.role(node), node);
                started.add(node);
            }
            if (!missing.isEmpty()) {
                out.println("starting " + String.join(", ", missing));
            }
            Return comingBack = new Return(project, manifest, out);
            if (!missing.contains(Nodes.MASTER)) { // else the new Master knows of no decommission
                comingBack.sparkWorkers(missing);
            }
            USABLE.await("the cluster", usable(), setbacks::reason, reason -> out.println("  " + reason));
            comingBack.dataNodes();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            undo(started, failed);
            throw failed;
        }
        out.printf("the cluster is usable after %.1f s: %d workers, %d cores%n", (System.nanoTime() - begun) / 1e9,
                manifest.size().workers(), manifest.size().totalCores());
        if (manifest.size().workers() == 0) {
            out.println("workers of other machines join it with the file that `bigdata join-token FILE` writes");
        }
    }

    private Probe usable() {
        int workers = manifest.size().workers();
        return services()
                .and(NameNodeJmx.usable(manifest.topology()))
                .and(NameNodeJmx.liveDataNodes(manifest.topology(), workers))
                .and(MasterJson.aliveWorkers(SparkPages.of(manifest.topology(), project.state()), workers));
    }

    /** Ready when every service of every node is; else names those that are not. */
    private Probe services() {
        return () -> {
            try {
                ClusterStatus status = ClusterStatus.ofNodes(project.state());
                List<String> notReady = new ArrayList<>();
                for (String node : Nodes.of(manifest)) {
                    notReady.addAll(status.nodes().stream().filter(each -> each.name().equals(node)).findFirst()
                            .map(Startup::notReady).orElse(List.of(node)));
                }
                return notReady.isEmpty() ? Readiness.ready("") : Readiness.notReady("waiting for " + String.join(", ", notReady));
            } catch (IOException e) {
                return Readiness.notReady("cannot read the status of the nodes: " + e.getMessage());
            }
        };
    }

    private static List<String> notReady(ClusterStatus.Node node) {
        if (node.process() == null || node.services().isEmpty()) { // dead, or has not said anything yet
            return List.of(node.name());
        }
        return node.services().stream().filter(service -> service.state() != ServiceState.READY).map(ServiceStatus::name).toList();
    }

    /** The running nodes with a service that stays down until a person acts: giving the command is such an act. */
    private List<String> refusing() throws IOException {
        return ClusterStatus.ofNodes(project.state()).nodes().stream().filter(node -> node.process() != null)
                .filter(node -> node.services().stream().anyMatch(service -> service.state() == ServiceState.REFUSED))
                .map(ClusterStatus.Node::name).filter(Nodes.of(manifest)::contains).toList();
    }

    private void restart(String node) throws IOException, InterruptedException {
        out.println("restarting " + node + ", a service of which stays down");
        deployment.stop(node);
        deployment.start(Nodes.role(node), node);
    }

    private void undo(List<String> started, Exception failed) {
        Thread.interrupted(); // stopping must not be cut short; the exception goes on and tells of the interrupt
        Collections.reverse(started);
        for (String node : started) {
            try {
                deployment.stop(node);
            } catch (IOException | InterruptedException e) {
                failed.addSuppressed(e);
            }
        }
    }
}
