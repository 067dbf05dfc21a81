package bigdata.node;

import bigdata.config.AtomicFile;
import bigdata.process.ProcessIdentity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one node keeps its files, and through which it tells others how it does.
 *
 * @param path {@code nodes/<name>} in the state folder
 */
public record NodeFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static NodeFolder of(Path state, String name) {
        return new NodeFolder(state.resolve("nodes").resolve(name));
    }

    /** The folders of every node this state ever had, the master first. */
    public static List<NodeFolder> all(Path state) throws IOException {
        Path nodes = state.resolve("nodes");
        if (!Files.isDirectory(nodes)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(nodes)) {
            return found.filter(Files::isDirectory).sorted().map(NodeFolder::new).toList();
        }
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** Configuration files that the node writes for its services. */
    public Path configuration() {
        return path.resolve("conf");
    }

    /** Held by the running supervisor, so that a node never runs twice. */
    public Path lock() {
        return path.resolve("lock");
    }

    /** What the supervisor itself prints. */
    public Path log() {
        return path.resolve("node.log");
    }

    /** Which process the supervisor is: told by itself once it holds the lock, and before that by whoever started it. */
    public Path identity() {
        return path.resolve("process.json");
    }

    /** Notes the supervisor's process. */
    public void started(ProcessIdentity process) throws IOException {
        AtomicFile.write(identity(), JSON.writeValueAsString(process));
    }

    /** The supervisor, if it runs and can be seen from here: one in another container runs and cannot. */
    public Optional<ProcessHandle> process() throws IOException {
        return noted().flatMap(ProcessIdentity::find);
    }

    /** Which process runs as the supervisor, wherever it does. */
    public Optional<ProcessIdentity> running() throws IOException {
        Optional<ProcessIdentity> noted = noted();
        if (noted.isPresent() && !noted.get().countsHere()) {
            return noted.filter(elsewhere -> NodeLock.isHeld(lock()));
        }
        return noted.flatMap(ProcessIdentity::find).map(ProcessIdentity::of);
    }

    private Optional<ProcessIdentity> noted() throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(identity()), ProcessIdentity.class));
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        }
    }

    /** Notes in which slot the node's DataNode keeps its blocks. */
    void holds(String slot) {
        AtomicFile.write(path.resolve("slot"), slot);
    }

    /** The slot of the node's DataNode, the last one if it does not run; empty for a node that never had one. */
    public Optional<String> slot() {
        try {
            return Optional.of(Files.readString(path.resolve("slot")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the slot of " + name(), e);
        }
    }

    void tell(NodeStatus status) throws IOException {
        AtomicFile.write(path.resolve("status.json"), JSON.writeValueAsString(status));
    }

    /** For a node that does not run and whose services have ended: nothing of it is left to be told. */
    public void forgetStatus() throws IOException {
        Files.deleteIfExists(path.resolve("status.json"));
    }

    /** What the running supervisor says; empty when it does not run, or has not said anything yet. */
    public Optional<NodeStatus> current() throws IOException {
        Optional<ProcessIdentity> running = running();
        return running.isEmpty() ? Optional.empty() : status().filter(status -> isSame(status.process(), running.get()));
    }

    private static boolean isSame(ProcessIdentity told, ProcessIdentity running) {
        return running.countsHere() ? told.find().map(ProcessIdentity::of).filter(running::equals).isPresent() : told.equals(running);
    }

    /** The last thing a supervisor said; it may have died since. */
    public Optional<NodeStatus> status() throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(path.resolve("status.json")), NodeStatus.class));
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        }
    }
}
