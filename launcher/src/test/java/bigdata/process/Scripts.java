package bigdata.process;

import bigdata.readiness.Readiness;
import bigdata.readiness.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Child processes for tests: shell scripts that write into a folder what the test waits for. */
public record Scripts(Path folder) {
    private static final Waiter SOON = new Waiter(Duration.ofSeconds(60), Duration.ofMillis(20));

    /** A script as a process to start; it finds {@link #folder} as its working folder. */
    public ProcessSpec spec(String script) {
        return new ProcessSpec(List.of("/bin/sh", "-c", script), Map.of(), folder, folder.resolve("output"));
    }

    /** Starts a script and returns once it made the file {@code ready} in its folder. */
    public Process start(String script) throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("ready"));
        Process process = spec(script).start();
        until("the script made the file ready", () -> Files.exists(folder.resolve("ready")));
        return process;
    }

    /** The process whose id the script wrote into {@code file}. */
    public ProcessHandle written(String file) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve(file)).strip())).orElseThrow();
    }

    /** Something that becomes true by itself. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException;
    }

    /** Returns when {@code condition} holds, and fails the test when it does not within a minute. */
    public static void until(String what, Condition condition) throws InterruptedException {
        SOON.await(what, () -> {
            try {
                return condition.holds() ? Readiness.ready("") : Readiness.notReady("not so");
            } catch (IOException e) {
                return Readiness.notReady(e.toString());
            }
        }, Optional::empty, reason -> { });
    }
}
