package bigdata.node;

import bigdata.config.Project;
import bigdata.process.ProcessIdentity;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

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
        ClusterManifest manifest = ClusterManifest.read(project.state())
                .orElseThrow(() -> new NodeNotStartedException("there is no cluster in " + project.state()
                        + " yet; `bigdata up` makes one"));
        NodeFolder folder = NodeFolder.of(project.state(), name);
        Files.createDirectories(folder.configuration());
        try (FileChannel lock = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new NodeNotStartedException("node " + name + " already runs in " + project.state());
            }
            folder.started(ProcessIdentity.of(ProcessHandle.current())); // whoever started it may have been killed before telling
            Orphans.end(folder);
            NodeContext context = new NodeContext(name, manifest.topology().host(), project.state(), folder.configuration(),
                    manifest.installation(), manifest.topology(), role.userFiles(project.home()));
            new Supervisor(folder, role.services(context, manifest), this::say).run();
        }
    }

    private synchronized void say(String line) {
        out.println(LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }
}
