package bigdata.node;

import bigdata.config.UnusableFileException;
import bigdata.process.ProcessIdentity;
import bigdata.service.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs the services of one node until it is told to stop: starts all of them at once, each when what it needs is there,
 * restarts what crashes, and keeps the node's status file true.
 */
public final class Supervisor {
    private final NodeFolder folder;
    private final Consumer<String> log;
    private final Consumer<NodeStatus> told;
    private final List<ServiceRunner> runners = new ArrayList<>();
    private final Semaphore changes = new Semaphore(1);

    /** @param services in the order in which they depend on each other; ended in reverse */
    public Supervisor(NodeFolder folder, List<Service> services, Consumer<String> log) {
        this(folder, services, log, status -> {});
    }

    /** @param told gets every status too */
    Supervisor(NodeFolder folder, List<Service> services, Consumer<String> log, Consumer<NodeStatus> told) {
        this.folder = folder;
        this.log = log;
        this.told = told;
        services.forEach(service -> runners.add(new ServiceRunner(service, log, changes::release)));
    }

    /** Runs the services until the calling thread is interrupted; then ends them and returns. */
    public void run() throws IOException {
        runners.forEach(ServiceRunner::start);
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                tell();
            }
        } catch (InterruptedException told) {
            log.accept("stopping");
        } finally {
            stop();
            tell();
            log.accept("stopped");
        }
    }

    private void stop() {
        List<ServiceRunner> reverse = new ArrayList<>(runners);
        Collections.reverse(reverse);
        for (ServiceRunner runner : reverse) {
            boolean stopped = false;
            while (!stopped) {
                try {
                    runner.stop();
                    stopped = true;
                } catch (InterruptedException again) {
                    log.accept("still stopping " + runner.status().name());
                }
            }
        }
    }

    /** A full disk must not end the services that run on it. */
    private void tell() throws IOException {
        NodeStatus status = status();
        told.accept(status);
        try {
            folder.tell(status);
        } catch (UnusableFileException e) {
            if (!Thread.currentThread().isInterrupted()) { // else it is told to stop, and says more at the end
                log.accept(e.getMessage());
            }
        }
    }

    private NodeStatus status() {
        return new NodeStatus(folder.name(), ProcessIdentity.of(ProcessHandle.current()),
                runners.stream().map(ServiceRunner::status).toList());
    }
}
