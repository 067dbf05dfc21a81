package bigdata.config;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Writes files so that a reader, and a crash at any moment, sees the old content or the new one and nothing between. A file has its
 * permissions from the moment it exists.
 */
public final class AtomicFile {
    private static final String READABLE = "rw-r--r--";
    private static final String PRIVATE = "rw-------";

    private AtomicFile() {}

    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] content) {
        replace(file, content, READABLE);
    }

    /** For what holds a secret: mode 0600. */
    public static void writePrivate(Path file, String content) {
        replace(file, content.getBytes(StandardCharsets.UTF_8), PRIVATE);
    }

    /**
     * Makes a private file unless there is one, however many processes try at once.
     *
     * @return whether this call made it
     */
    public static boolean createPrivate(Path file, String content) {
        return store(file, content.getBytes(StandardCharsets.UTF_8), PRIVATE, temporary -> {
            try {
                Files.createLink(file, temporary);
                return true;
            } catch (FileAlreadyExistsException another) {
                return false;
            }
        });
    }

    private static void replace(Path file, byte[] content, String mode) {
        store(file, content, mode, temporary -> {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        });
    }

    private interface Publication {
        boolean publish(Path temporary) throws IOException;
    }

    private static boolean store(Path file, byte[] content, String mode, Publication publication) {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                fill(temporary, content, mode);
                boolean published = publication.publish(temporary);
                sync(folder);
                return published;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException failure) {
            throw UnusableFileException.writing(file, failure);
        }
    }

    private static void fill(Path file, byte[] content, String mode) throws IOException {
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel =
                FileChannel.open(file, create, asFileAttribute(PosixFilePermissions.fromString(mode)))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The new name survives a power failure only when the folder is on disk too. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
