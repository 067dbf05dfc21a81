package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.contract.Bigdata.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of scaling on processes of this machine. */
@Tag("cluster")
class ScaleTest extends ScaleContract {
    private static final Bigdata BIGDATA = new Bigdata("scale", SETTINGS);

    ScaleTest() {
        super(BIGDATA, "up");
    }

    /** As a virtual machine that is slow to begin: it waits at its very start until its file is deleted. */
    @Test
    @Order(5)
    void anExecutorThatIsOnlyStartingLeavesWithItsWorker() throws IOException {
        BIGDATA.succeed("scale", "2");
        Path app = folder.resolve("job.py");
        Path started = folder.resolve("started-slowly");
        Path stop = folder.resolve("stop-slowly");
        Running job = BIGDATA.start("submit", "--total-executor-cores", "2", "--conf", "spark.dynamicAllocation.initialExecutors=2",
                "--conf", "spark.executor.extraJavaOptions=-XX:+UnlockDiagnosticVMOptions -XX:+PauseAtStartup",
                app.toString(), started.toString(), stop.toString());
        Bigdata.eventually("an executor starts on each worker", () -> paused("worker-1").isPresent() && paused("worker-2").isPresent());
        Files.delete(paused("worker-1").orElseThrow());
        Bigdata.eventually("the job runs", () -> Files.exists(started) || !job.process().isAlive());

        BIGDATA.succeed("scale", "1");

        Files.createFile(stop);
        assertThat(job.await()).satisfies(result -> assertThat(result.out()).as(result.all()).contains("right"));
    }

    private static Optional<Path> paused(String worker) {
        Path work = BIGDATA.state().resolve("work").resolve(worker);
        try (Stream<Path> files = Files.exists(work) ? Files.walk(work) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().startsWith("vm.paused.")).findAny();
        } catch (IOException | UncheckedIOException changes) {
            return Optional.empty();
        }
    }

    @AfterAll
    @Override
    void down() {
        super.down();
        assertThat(BIGDATA.processes()).isEmpty();
    }
}
