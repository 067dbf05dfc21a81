package bigdata.hdfs;

import bigdata.config.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The DataNodes that leave the file system, and those that have left it in good order: Hadoop's exclude file, which the NameNode
 * reads when it starts and when it is told to. What Hadoop takes for comments in it is ours.
 */
public record LeavingDataNodes(Path file) {
    /**
     * A DataNode that leaves or has left.
     *
     * @param slot where its blocks lie, such as {@code slot-3}
     * @param uuid what the NameNode knows it by
     * @param address by which the NameNode excludes it; empty once it is gone, since another one may get its port
     */
    public record Entry(String slot, String uuid, String address) {
        public Entry gone() {
            return new Entry(slot, uuid, "");
        }

        private String line() {
            return (address + " # " + slot + " " + uuid).strip();
        }

        private static Entry parse(String line) {
            int comment = line.indexOf('#');
            String[] words = line.substring(comment + 1).strip().split(" ");
            return new Entry(words[0], words[1], line.substring(0, comment).strip());
        }
    }

    /** That of a cluster; in a folder that every node and client can write to. */
    public static LeavingDataNodes of(Path state) {
        return new LeavingDataNodes(state.resolve("nodes").resolve("leaving"));
    }

    public List<Entry> entries() {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.contains("#")).map(Entry::parse).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Whether the DataNode of this slot leaves or has left. */
    public boolean names(String slot) {
        return entries().stream().anyMatch(entry -> entry.slot().equals(slot));
    }

    /** Replaces all. The NameNode has to be told. */
    public void write(List<Entry> entries) {
        AtomicFile.write(file, entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining()));
    }

    /** For when no DataNode runs: then the NameNode has none to exclude. */
    public void allGone() {
        List<Entry> entries = entries();
        if (!entries.isEmpty()) {
            write(entries.stream().map(Entry::gone).toList());
        }
    }

    /** The NameNode does not start without it. */
    void ensureFile() throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            write(List.of());
        }
    }
}
