package bigdata.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An archive of the classes that a daemon loads (application class-data sharing), which halves its start-up. The first run
 * records it when it ends in good order, later ones use it. The JVM itself checks that class path and version still fit, and
 * starts without the archive when they do not.
 *
 * @param file where the finished archive lies
 * @param recording where this run writes its own, moved to {@code file} when complete
 */
public record ClassArchive(Path file, Path recording) {
    /** The archive {@code name} in {@code folder}; {@code owner} tells apart processes that record at the same time. */
    public static ClassArchive in(Path folder, String name, String owner) {
        String version = "java-" + Runtime.version().feature();
        return new ClassArchive(folder.resolve(name + "-" + version + ".jsa"),
                folder.resolve(name + "-" + version + "." + owner + ".recording"));
    }

    String option() throws IOException {
        if (Files.isReadable(file)) {
            return "-XX:SharedArchiveFile=" + file;
        }
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(recording);
        return "-XX:ArchiveClassesAtExit=" + recording;
    }

    /** Takes over what an ended process recorded. {@code complete} is false when it was killed: then the file is cut off. */
    public void settle(boolean complete) throws IOException {
        if (complete && Files.exists(recording) && !Files.exists(file)) {
            Files.move(recording, file, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(recording);
    }
}
