package bigdata.hdfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Storage folders as Hadoop leaves them. */
final class Storage {
    private Storage() {}

    static void format(Path folder, String clusterId) throws IOException {
        Files.createDirectories(folder.resolve("current"));
        Files.writeString(folder.resolve("current").resolve("VERSION"),
                "#a date\nclusterID=" + clusterId + "\ndatanodeUuid=uuid-" + folder.getFileName() + "\nstorageType=NAME_NODE\n");
    }

    /** Every file and folder below {@code top} with its size and time of change. */
    static List<String> everything(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.sorted().map(file -> file + " " + file.toFile().length() + " " + file.toFile().lastModified()).toList();
        }
    }
}
