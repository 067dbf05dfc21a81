package bigdata.hdfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folders of all DataNodes that this state ever had.
 *
 * @param data the folder they lie in
 * @param leaving those that left in good order need not be served
 */
public record Slots(Path data, LeavingDataNodes leaving) {
    private static final String PREFIX = "slot-";

    public static Slots of(Path state) {
        return new Slots(HdfsFolders.data(state), LeavingDataNodes.of(state));
    }

    /** As in {@code slot-3}. */
    public static int number(String slot) {
        return Integer.parseInt(slot.substring(PREFIX.length()));
    }

    /** The order in which they are taken: those with blocks that nobody else has, those that were left in good order, new ones. */
    List<String> inOrder(int most) throws IOException {
        List<String> there = all();
        Set<String> order = new LinkedHashSet<>(there);
        List<String> left = there.stream().filter(leaving::names).toList();
        order.removeAll(left);
        order.addAll(left);
        IntStream.rangeClosed(1, most).forEach(number -> order.add(PREFIX + number));
        return List.copyOf(order);
    }

    /** What the DataNode of a slot is known by; empty before it registered for the first time. */
    public Optional<String> uuid(String slot) throws IOException {
        return StorageVersion.property(data.resolve(slot), "datanodeUuid");
    }

    /**
     * The slots that hold blocks and whose DataNode is not live. Blocks of one that left in good order have copies elsewhere, so
     * it counts only when blocks are missing all the same.
     */
    public List<String> unserved(NameNodeJmx hdfs) throws IOException {
        List<String> left = hdfs.missingBlocks() > 0 ? List.of()
                : leaving.entries().stream().map(LeavingDataNodes.Entry::slot).toList();
        return all().stream().filter(slot -> !left.contains(slot)).filter(slot -> !isLive(slot, hdfs)).filter(this::holdsBlocks).toList();
    }

    private List<String> all() throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(data)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches(PREFIX + "[0-9]+")).sorted(Comparator.comparing(Slots::number)).toList();
        }
    }

    private boolean isLive(String slot, NameNodeJmx hdfs) {
        try {
            return uuid(slot).flatMap(hdfs::live).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read whose blocks lie in " + data.resolve(slot), e);
        }
    }

    private boolean holdsBlocks(String slot) {
        Path current = data.resolve(slot).resolve("current");
        if (!Files.isDirectory(current)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(current)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("blk_"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for blocks in " + current, e);
        }
    }
}
