package bigdata.hdfs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder that one DataNode keeps its blocks in. Held by a file lock for as long as the node runs, so two never share one,
 * and a node that starts again finds blocks of an earlier one.
 */
public final class DataNodeSlot implements AutoCloseable {
    private static final int MOST = 1000;

    private final Path folder;
    private final FileChannel channel;

    private DataNodeSlot(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the first slot that nobody holds; one whose DataNode left the file system comes last, since its blocks are elsewhere. */
    public static DataNodeSlot claim(Path state) throws IOException {
        Path data = HdfsFolders.data(state);
        Files.createDirectories(data);
        for (String name : Slots.of(state).inOrder(MOST)) {
            Path folder = data.resolve(name);
            FileChannel channel = FileChannel.open(data.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (held(channel)) {
                Files.createDirectories(folder);
                return new DataNodeSlot(folder, channel);
            }
            channel.close();
        }
        throw new UnusableFileSystemException("all " + MOST + " DataNode folders in " + data + " are in use");
    }

    /** A slot of {@code state} whose blocks are of another file system than that with the id {@code cluster}. */
    public static Optional<Path> ofAnotherCluster(Path state, String cluster) throws IOException {
        Path data = HdfsFolders.data(state);
        if (!Files.isDirectory(data)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> slots = Files.newDirectoryStream(data, Files::isDirectory)) {
            for (Path slot : slots) {
                if (StorageVersion.property(slot, "clusterID").filter(theirs -> !theirs.equals(cluster)).isPresent()) {
                    return Optional.of(slot);
                }
            }
        }
        return Optional.empty();
    }

    public Path folder() {
        return folder;
    }

    /** Such as {@code slot-3}. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** What the DataNode is known by; empty before it registered for the first time. */
    Optional<String> uuid() throws IOException {
        return StorageVersion.property(folder, "datanodeUuid");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ownedByThisProcess) {
            return false;
        }
    }
}
