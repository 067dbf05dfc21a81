package bigdata.node;

import bigdata.BigdataException;
import bigdata.config.UnusableFileException;
import bigdata.process.LogTail;
import bigdata.process.ProcessEnder;
import bigdata.process.ProcessIdentity;
import bigdata.readiness.Readiness;
import bigdata.service.Service;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps one service running: starts it when what it needs is there, tells when it is usable, and starts it again when it
 * ends by itself or hangs. One thread of its own.
 */
final class ServiceRunner {
    private static final Duration STARTING = Duration.ofMillis(250);
    private static final Duration RUNNING = Duration.ofSeconds(2);
    /** A service that was usable and does not react for so long is taken for hung. */
    private static final Duration HUNG = Duration.ofSeconds(60);

    private final Service service;
    private final Consumer<String> log;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile ServiceStatus status;
    private volatile boolean stopping;

    /** @param changed told after each change of {@link #status()} */
    ServiceRunner(Service service, Consumer<String> log, Runnable changed) {
        this.service = service;
        this.log = log;
        this.changed = changed;
        this.status = new ServiceStatus(service.name(), ServiceState.WAITING, null, 0, "");
        this.thread = new Thread(this::run, service.name());
    }

    void start() {
        thread.start();
    }

    ServiceStatus status() {
        return status;
    }

    /** Ends the service and returns when its process is gone. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        set(ServiceState.STOPPED, null, status.restarts(), status.detail()); // one that was refused too
    }

    private void run() {
        try {
            while (true) {
                awaitStart();
                runOnce();
                set(ServiceState.RESTARTING, status.process(), status.restarts() + 1, status.detail());
                TimeUnit.MILLISECONDS.sleep(backoff.next().toMillis());
            }
        } catch (InterruptedException told) {
            set(ServiceState.STOPPED, null, status.restarts(), "");
        } catch (BigdataException refused) {
            refuse(refused.getMessage());
        } catch (RuntimeException ourMistake) {
            refuse(ourMistake.toString());
        }
    }

    private void refuse(String reason) {
        log.accept(service.name() + " stays down: " + reason);
        set(ServiceState.REFUSED, null, status.restarts(), reason);
    }

    private void awaitStart() throws InterruptedException {
        Readiness answer = service.startWhen().attempt();
        while (!answer.isReady()) {
            set(ServiceState.WAITING, null, status.restarts(), answer.text());
            TimeUnit.MILLISECONDS.sleep(STARTING.toMillis());
            answer = service.startWhen().attempt();
        }
    }

    private void runOnce() throws InterruptedException {
        Process process = null;
        try {
            process = service.prepare().start(); // not interrupted between start and watch: both are in this thread
            backoff.started();
            log.accept(service.name() + " started, pid " + process.pid());
            set(ServiceState.STARTING, ProcessIdentity.of(process.toHandle()), status.restarts(), "starting");
            watch(process);
            int code = process.exitValue();
            service.ended(false);
            log.accept(service.name() + " ended with exit code " + code);
            set(ServiceState.RESTARTING, null, status.restarts(), "ended with exit code " + code + lastWords());
        } catch (IOException | UncheckedIOException | UnusableFileException e) { // a full disk is no decision: it may pass
            log.accept(service.name() + " cannot start: " + e);
            set(ServiceState.RESTARTING, null, status.restarts(), "cannot start: " + e.getMessage());
        } finally {
            if (process != null) {
                end(process);
            }
        }
    }

    /** Returns when the process has ended by itself or was ended since it hung. */
    private void watch(Process process) throws InterruptedException {
        boolean wasReady = false;
        long lastAlive = System.nanoTime();
        while (!process.waitFor((wasReady ? RUNNING : STARTING).toMillis(), TimeUnit.MILLISECONDS)) {
            Readiness answer = wasReady ? service.ready().attempt() : firstReady();
            if (answer.isReady() && !wasReady) {
                wasReady = true;
                log.accept(service.name() + " is ready");
            }
            if (wasReady && answer.isReady()) {
                watched(process);
            }
            ServiceState state = answer.isReady() ? ServiceState.READY : wasReady ? ServiceState.UNREADY : ServiceState.STARTING;
            set(state, status.process(), status.restarts(), answer.text());
            if (!wasReady || answer.isReady() || service.alive().attempt().isReady()) {
                lastAlive = System.nanoTime();
            } else if (System.nanoTime() - lastAlive > HUNG.toNanos()) {
                log.accept(service.name() + " does not react for " + HUNG.toSeconds() + " s and is ended: " + answer.text());
                ProcessEnder.end(List.of(process.toHandle()), Duration.ZERO);
            }
        }
    }

    private void watched(Process process) {
        try {
            service.watched(process.toHandle());
        } catch (IOException | UncheckedIOException e) {
            log.accept(service.name() + ": " + e);
        }
    }

    /** Ready once what is to be done at that moment is done; what fails now may succeed at the next attempt. */
    private Readiness firstReady() throws InterruptedException {
        Readiness answer = service.ready().attempt();
        if (!answer.isReady()) {
            return answer;
        }
        try {
            service.usable();
            return answer;
        } catch (IOException | UncheckedIOException | UnusableFileException e) {
            return Readiness.notReady(e.toString());
        }
    }

    /** An interrupt, and a second one, must not leave a process behind that nobody knows of. */
    private void end(Process process) {
        boolean running = process.isAlive();
        boolean interrupted = Thread.interrupted();
        boolean killed = false;
        boolean ended = false;
        while (!ended) {
            try {
                killed = !ProcessEnder.end(List.of(process.toHandle()), service.stopGrace()).isEmpty();
                ended = true;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (running) {
            settle(killed);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(boolean killed) {
        log.accept(service.name() + (killed ? " had to be killed" : " ended"));
        try {
            service.ended(stopping && !killed);
        } catch (IOException | UncheckedIOException | UnusableFileException e) {
            log.accept("after the end of " + service.name() + ": " + e);
        }
    }

    private String lastWords() throws IOException {
        for (Path file : service.logs()) {
            List<String> lines = LogTail.of(file, 30).stream().filter(line -> !isStackFrame(line)).toList();
            if (!lines.isEmpty()) {
                return "; its log ends: " + String.join(" | ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
            }
        }
        return "";
    }

    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }

    private void set(ServiceState state, ProcessIdentity process, int restarts, String detail) {
        ServiceStatus next = new ServiceStatus(service.name(), state, process, restarts, detail);
        if (!next.equals(status)) {
            status = next;
            changed.run();
        }
    }
}
