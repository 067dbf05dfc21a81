package bigdata.cluster;

import bigdata.hdfs.NameNodeJmx;
import bigdata.service.ServiceStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Stream;

/** A cluster's status for a person. */
public record StatusReport(ClusterStatus status) {
    private static final int DETAIL = 100; // characters; the whole is in `bigdata logs`

    public void print(PrintWriter out) {
        if (status.nodes().isEmpty()) {
            out.println("the cluster is not up; `bigdata up` starts it");
            return;
        }
        out.println("the cluster is " + status.state());
        String format = "%-" + widest() + "s %-15s %-11s %8s %9s  %s%n";
        out.println();
        out.printf(format, "NODE", "SERVICE", "STATE", "PID", "RESTARTS", "");
        for (ClusterStatus.Node node : status.nodes()) {
            if (node.process() == null) {
                out.printf(format, node.name(), "", "dead", "", "", "its supervisor does not run; `bigdata up` repairs it");
            }
            if (node.state().equals(ClusterStatus.LEAVING)) {
                out.printf(format, node.name(), "", "leaving", "", "", "`bigdata scale` with fewer workers goes on, with as many as before takes it back");
            }
            for (ServiceStatus service : node.services()) {
                out.printf(format, node.name(), service.name(), service.state().toString().toLowerCase(Locale.ROOT),
                        service.process() == null ? "" : service.process().pid(), service.restarts(), shortened(service.detail()));
            }
        }
        for (JoinedWorker worker : status.joined()) {
            worker.services().forEach(service -> out.printf(format, worker.name(), service, "ready", "", "", "joined, at " + worker.host()));
        }
        capacity(out);
        out.println();
        status.pages().forEach((name, address) -> out.printf("%-14s %s%n", name, address));
    }

    private int widest() {
        return Stream.concat(status.nodes().stream().map(ClusterStatus.Node::name), status.joined().stream().map(JoinedWorker::name))
                .mapToInt(String::length).reduce(10, Math::max);
    }

    private void capacity(PrintWriter out) {
        out.println();
        if (status.hdfs() != null) {
            out.printf("%-14s %d DataNodes live, %s used, %s free%s%s%n", "HDFS", inService(),
                    Bytes.text(status.hdfs().used()), Bytes.text(status.hdfs().remaining()),
                    status.hdfs().missingBlocks() == 0 ? "" : ", " + status.hdfs().missingBlocks() + " blocks missing",
                    status.hdfs().safeMode().isEmpty() ? "" : ", safe mode");
        }
        unserved(out);
        if (status.spark() != null) {
            int cores = status.spark().workers().stream().mapToInt(worker -> worker.cores()).sum();
            int used = status.spark().workers().stream().mapToInt(worker -> worker.coresUsed()).sum();
            long memory = status.spark().workers().stream().mapToLong(worker -> worker.memoryMib()).sum();
            out.printf("%-14s %d Workers, %d of %d cores in use, %s memory, %d applications running%n", "Spark",
                    status.spark().workers().size(), used, cores, Bytes.text(memory << 20), status.spark().runningApplications());
        }
    }

    private void unserved(PrintWriter out) {
        if (!status.unserved().isEmpty()) {
            long there = status.nodes().stream().filter(node -> Nodes.number(node.name()) > 0).count();
            long workers = Math.max(there, inService() - status.joined().size() + status.unserved().size());
            out.printf("%-14s no DataNode serves the blocks in %s; `bigdata scale %d` brings them back%n", "",
                    String.join(", ", status.unserved()), workers);
        }
    }

    /** One that has left stays live in the NameNode's eyes for a while after it was stopped. */
    private long inService() {
        return status.hdfs().live().stream().filter(NameNodeJmx.DataNode::isInService).count();
    }

    private static String shortened(String detail) {
        String line = detail.replace('\n', ' ');
        return line.length() <= DETAIL ? line : line.substring(0, DETAIL) + "…";
    }
}
