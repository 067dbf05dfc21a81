package bigdata.node;

import bigdata.process.Scripts;
import bigdata.service.Service;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A supervisor in a thread of its own, known only by what it tells. */
final class RunningNode implements AutoCloseable {
    final List<String> log = new CopyOnWriteArrayList<>();
    private final NodeFolder folder;
    private final Thread thread;

    RunningNode(Path state, Service... services) throws IOException {
        folder = NodeFolder.of(state, "master");
        Files.createDirectories(folder.path());
        Supervisor supervisor = new Supervisor(folder, List.of(services), log::add);
        thread = new Thread(() -> {
            try {
                supervisor.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, "supervisor");
        thread.start();
    }

    ServiceStatus status(String service) throws IOException {
        return folder.status().orElseThrow().services().stream().filter(each -> each.name().equals(service)).findFirst().orElseThrow();
    }

    /** The status of a service as soon as it is as asked for. */
    ServiceStatus await(String service, Predicate<ServiceStatus> asked) throws IOException, InterruptedException {
        ServiceStatus[] found = new ServiceStatus[1];
        Scripts.until("the status of " + service, () -> {
            found[0] = folder.status().isPresent() ? status(service) : null;
            return found[0] != null && asked.test(found[0]);
        });
        return found[0];
    }

    ServiceStatus await(String service, ServiceState state) throws IOException, InterruptedException {
        return await(service, status -> status.state() == state);
    }

    /** Tells it to stop, as a signal would. */
    void interrupt() {
        thread.interrupt();
    }

    /** Stops it and returns when it has ended. */
    void stop() throws InterruptedException {
        interrupt();
        thread.join();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
