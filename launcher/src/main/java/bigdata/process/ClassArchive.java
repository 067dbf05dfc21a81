package bigdata.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An archive of the classes that a daemon loads (application class-data sharing), which halves its start-up. The first run
 * records it when it ends in good order, later ones use it. The JVM itself checks that class path and version still fit, and
 * starts without the archive when they do not.
 *
 * @param file where the finished archive lies
 * @param recording where this run writes its own, moved to {@code file} when complete
 */
public record ClassArchive(Path file, Path recording) {
    /**
     * The archive {@code name} in {@code folder} for a class path and this Java; another class path has another one.
     *
     * @param owner tells apart processes that record at the same time
     */
    public static ClassArchive in(Path folder, String name, String owner, List<Path> classPath) throws IOException {
        String stem = name + "-" + fingerprint(classPath);
        return new ClassArchive(folder.resolve(stem + ".jsa"), folder.resolve(stem + "." + owner + ".recording"));
    }

    /** What the JVM compares before it uses an archive: its own build, and path, size and time of every jar. */
    private static String fingerprint(List<Path> classPath) throws IOException {
        StringBuilder text = new StringBuilder(System.getProperty("java.vm.version"));
        for (Path jar : classPath) {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            text.append('\n').append(jar).append(' ').append(attributes.size()).append(' ')
                    .append(attributes.lastModifiedTime().toMillis());
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
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
            publish(recording);
        }
        Files.deleteIfExists(recording);
    }

    /** Moves a finished archive into place; those of the same name for other jars are worth nothing any more. */
    public void publish(Path made) throws IOException {
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        String own = file.getFileName().toString();
        String name = own.substring(0, own.lastIndexOf('-'));
        try (DirectoryStream<Path> others = Files.newDirectoryStream(file.getParent(), name + "-*.jsa")) {
            for (Path other : others) {
                String text = other.getFileName().toString();
                if (!text.equals(own) && text.lastIndexOf('-') == name.length()) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }
}
