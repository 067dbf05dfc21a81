package bigdata.node;

import bigdata.config.Project;
import bigdata.process.ProcessIdentity;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A node: the process that runs the services of one role, the same on a laptop, in a container and on another host. */
public final class NodeProgram {
    private final Project project;
    private final PrintWriter out;

    public NodeProgram(Project project, PrintWriter out) {
        this.project = project;
        this.out = out;
    }

    /**
     * Runs until the calling thread is interrupted.
     *
     * @param name what the node is called in this state: {@code master}, {@code worker-1} and so on
     */
    public void run(NodeRole role, String name) throws IOException, InterruptedException {
        ClusterManifest manifest = manifest();
        run(role, manifest, Stream.of(name), manifest.topology().host(), told -> {});
    }

    /**
     * The same where nobody has named the node: it takes the first of {@code names} that no running node has.
     *
     * @param host the name or address that its services listen on and are known by
     * @param told gets every status that the node tells
     */
    public void run(NodeRole role, Stream<String> names, String host, Consumer<NodeStatus> told)
            throws IOException, InterruptedException {
        run(role, manifest(), names, host, told);
    }

    private void run(NodeRole role, ClusterManifest manifest, Stream<String> names, String host, Consumer<NodeStatus> told)
            throws IOException, InterruptedException {
        List<String> taken = new ArrayList<>();
        for (String name : (Iterable<String>) names::iterator) {
            NodeFolder folder = NodeFolder.of(project.state(), name);
            Files.createDirectories(folder.configuration());
            Optional<NodeLock> lock = NodeLock.take(folder.lock());
            if (lock.isPresent()) {
                try (NodeLock held = lock.get()) {
                    run(role, folder, manifest, host, told);
                }
                return;
            }
            taken.add(name);
        }
        throw new NodeNotStartedException("node " + String.join(", ", taken) + " already runs in " + project.state());
    }

    private void run(NodeRole role, NodeFolder folder, ClusterManifest manifest, String host, Consumer<NodeStatus> told)
            throws IOException, InterruptedException {
        folder.started(ProcessIdentity.of(ProcessHandle.current())); // whoever started it may have been killed before telling
        Orphans.end(folder);
        NodeContext context = new NodeContext(folder.name(), host, project.state(), folder.configuration(),
                manifest.installation(), manifest.topology(), role.userFiles(project.home()), manifest.user());
        new Supervisor(folder, role.services(context, manifest), this::say, told).run();
    }

    private ClusterManifest manifest() {
        return ClusterManifest.read(project.state()).orElseThrow(() -> new NodeNotStartedException("there is no cluster in "
                + project.state() + " yet; `bigdata up` makes one"));
    }

    private synchronized void say(String line) {
        out.println(LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}
