package bigdata.deployment.local;

import bigdata.config.Project;
import bigdata.deployment.Deployment;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import bigdata.node.NodeRole;
import bigdata.node.Orphans;
import bigdata.process.Jvm;
import bigdata.process.LogTail;
import bigdata.process.ProcessEnder;
import bigdata.process.ProcessIdentity;
import bigdata.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Nodes as processes of this machine. */
public final class LocalDeployment implements Deployment {
    private static final int HEAP = 64; // MiB for a supervisor
    /** Six services one after the other, each with its own grace of 20 s. */
    private static final Duration STOP = Duration.ofSeconds(130);

    private final Project project;
    private final Path javaHome;

    public LocalDeployment(Project project) {
        this.project = project;
        this.javaHome = Path.of(System.getProperty("java.home"));
    }

    @Override
    public String name() {
        return ClusterManifest.LOCAL;
    }

    /** The node must outlive this process and the terminal it was started from, so it ignores what Ctrl-C and hang-up send. */
    @Override
    public void start(NodeRole role, String node) throws IOException {
        NodeFolder folder = NodeFolder.of(project.state(), node);
        Files.createDirectories(folder.path());
        Jvm jvm = new Jvm(javaHome, folder.path().resolve("node.jvm"), HEAP).option("-Dbigdata.home=" + project.home());
        Optional.ofNullable(System.getProperty("bigdata.archive")).ifPresent(file -> jvm.option("-XX:SharedArchiveFile=" + file));
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "bigdata-node"));
        command.addAll(jvm.command(classPath(), "bigdata.cli.Main", List.of("node", role.toString(), "--name", node)));
        Process process = new ProcessSpec(command, Map.of("BIGDATA_STATE", project.state().toString()), project.home(), folder.log())
                .start();
        if (folder.process().isEmpty()) { // else it has told so itself, or another one holds the lock and this one will end
            folder.started(ProcessIdentity.of(process.toHandle())); // `exec` keeps the PID, so both tell the same
        }
    }

    @Override
    public List<String> running() throws IOException {
        List<String> names = new ArrayList<>();
        for (NodeFolder folder : NodeFolder.all(project.state())) {
            if (folder.process().isPresent()) {
                names.add(folder.name());
            }
        }
        return names;
    }

    @Override
    public void stop(String node) throws IOException, InterruptedException {
        NodeFolder folder = NodeFolder.of(project.state(), node);
        ProcessEnder.end(folder.process().stream().toList(), STOP);
        Orphans.end(folder);
    }

    @Override
    public Optional<String> failure(String node) throws IOException {
        NodeFolder folder = NodeFolder.of(project.state(), node);
        if (folder.process().isEmpty()) {
            return Optional.of("node " + node + " ended: " + String.join(" | ", LogTail.of(folder.log(), 3)));
        }
        return Optional.empty();
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(":")).map(Path::of).toList();
    }
}
