package bigdata.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A service that is one daemon.
 *
 * @param <D> how it is started
 */
public abstract class DaemonService<D extends Daemon> implements Service {
    protected final NodeContext node;
    protected final D daemon;
    private final String name;

    protected DaemonService(String name, NodeContext node, D daemon) {
        this.name = name;
        this.node = node;
        this.daemon = daemon;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void ended(boolean inGoodOrder) throws IOException {
        daemon.ended(inGoodOrder);
    }

    @Override
    public final List<Path> logs() {
        return daemon.logs();
    }
}
