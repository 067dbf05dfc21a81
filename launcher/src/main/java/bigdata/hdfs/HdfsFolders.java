package bigdata.hdfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where HDFS lies on this machine's disk. */
public final class HdfsFolders {
    private HdfsFolders() {}

    /** Everything that HDFS keeps. */
    public static Path top(Path state) {
        return state.resolve("hdfs");
    }

    static Path name(Path state) {
        return top(state).resolve("name");
    }

    /** The folder with a slot for each DataNode of this machine. */
    static Path data(Path state) {
        return top(state).resolve("data");
    }

    /** Deletes a folder and all in it; nothing when there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
