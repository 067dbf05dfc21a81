package bigdata.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process and its descendants as they are when this is made, so that none is lost when its parent ends first. */
final class ProcessTree {
    private final List<ProcessHandle> processes;

    ProcessTree(ProcessHandle root) {
        processes = Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** TERM, at most {@code grace} of waiting, then KILL for those that are left. */
    void end(Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        CompletableFuture<?> allGone = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        allGone.completeOnTimeout(null, grace.toMillis(), TimeUnit.MILLISECONDS).join();
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
