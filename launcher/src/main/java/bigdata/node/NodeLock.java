package bigdata.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the running supervisor of a node, so that a node never runs twice. File locks count across containers too, and end
 * with their holder, however that ends.
 */
final class NodeLock implements AutoCloseable {
    /** Asked for by those who only look; held by the supervisor as well. */
    private static final int SEEN = 0;
    /** Never asked for by those who only look, so that looking does not keep a node from starting. */
    private static final int OWNED = 1;

    private final FileChannel channel;

    private NodeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it; empty when another supervisor has it. */
    static Optional<NodeLock> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(OWNED, 1, false) != null) {
                channel.lock(SEEN, 1, false); // waits for one who looks
                return Optional.of(new NodeLock(channel));
            }
        } catch (OverlappingFileLockException ownedByThisProcess) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether any supervisor has it. */
    static boolean isHeld(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock seen = channel.tryLock(SEEN, 1, true)) {
            return seen == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        } catch (IOException noLock) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
