package bigdata.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by a verb that changes the cluster, so that two at once go one after the other. The kernel frees it with its process. */
final class ClusterLock implements AutoCloseable {
    private final FileChannel channel;

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for as long as another verb holds it; {@code waiting} is told once when it has to. */
    static ClusterLock acquire(Path state, Runnable waiting) throws IOException {
        FileChannel channel = FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            waiting.run();
            channel.lock();
        }
        return new ClusterLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
