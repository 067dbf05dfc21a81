package bigdata.hdfs;

import bigdata.process.FolderDeletion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which the NameNode keeps the names of all files. Without it the blocks of the DataNodes are worth nothing,
 * so it is made once and never made again while there are blocks.
 *
 * @param name the NameNode's folder
 * @param data the folder with a folder for each DataNode of this machine
 */
record NameNodeFolder(Path name, Path data) {
    /** Whether a new file system may be made: neither the NameNode nor any known DataNode holds anything. */
    boolean mustBeFormatted() throws IOException {
        Optional<String> cluster = clusterId(name);
        List<Path> used = usedSlots();
        if (cluster.isEmpty() && holdsOtherThan(making(), name)) {
            throw new UnusableFileSystemException("the NameNode's folder " + name + " is damaged: it holds files and no current/VERSION."
                    + " Restore it from a backup; nothing was changed");
        }
        if (cluster.isEmpty() && !used.isEmpty()) {
            throw new UnusableFileSystemException("the NameNode's folder " + name + " is gone, but DataNodes hold blocks in " + used
                    + ". Restore the folder from a backup, or delete all data with `bigdata down --purge`; nothing was changed");
        }
        for (Path slot : used.stream().filter(StorageVersion::exists).toList()) { // a DataNode refuses any other itself
            String theirs = clusterId(slot).orElse("none");
            if (!theirs.equals(cluster.get())) {
                throw new UnusableFileSystemException("the blocks in " + slot + " belong to another file system (" + theirs
                        + ") than the NameNode's folder " + name + " (" + cluster.get()
                        + "). Move one of them away; nothing was changed");
            }
        }
        return cluster.isEmpty();
    }

    /**
     * Where a new file system is made before it takes its place, so that a half-made one is never used. It lies in the NameNode's
     * folder, which in a container is a volume: that cannot be renamed, and is another file system than what is beside it.
     */
    Path making() {
        return name.resolve("making");
    }

    /** Puts the finished file system into its place. */
    void takeWhatWasMade() throws IOException {
        Files.move(making().resolve("current"), name.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        FolderDeletion.of(making());
    }

    private List<Path> usedSlots() throws IOException {
        List<Path> used = new ArrayList<>();
        if (Files.isDirectory(data)) {
            try (DirectoryStream<Path> slots = Files.newDirectoryStream(data)) {
                for (Path slot : slots) {
                    if (holdsFiles(slot.resolve("current"))) {
                        used.add(slot);
                    }
                }
            }
        }
        Collections.sort(used);
        return used;
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        return holdsOtherThan(folder, folder);
    }

    private static boolean holdsOtherThan(Path allowed, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.equals(allowed));
        }
    }

    private static Optional<String> clusterId(Path folder) throws IOException {
        return StorageVersion.property(folder, "clusterID");
    }
}
