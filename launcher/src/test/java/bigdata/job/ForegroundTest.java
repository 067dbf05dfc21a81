package bigdata.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.process.ProcessIdentity;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForegroundTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theExitCodeIsTheChildsOwn() throws InterruptedException {
        assertThat(run("exit 3")).isEqualTo(3);
    }

    @Test
    void aChildThatASignalEndedExitsWith128MoreThanItsNumber() throws InterruptedException {
        assertThat(run("kill -9 $$")).isEqualTo(137);
        assertThat(run("kill -15 $$")).isEqualTo(143);
    }

    @Test
    void outputAndErrorsStayApart() throws InterruptedException {
        run("echo result; echo trouble >&2");

        assertThat(out.toString(UTF_8)).isEqualTo("result\n");
        assertThat(err.toString(UTF_8)).isEqualTo("trouble\n");
    }

    @Test
    void aProcessThatTheChildLeavesBehindDoesNotHoldUsUp() throws InterruptedException {
        long start = System.nanoTime();

        run("sleep 50 & echo $!");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        ProcessHandle.of(Long.parseLong(out.toString(UTF_8).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void theChildFindsTheCluster() throws InterruptedException {
        run("echo $SPARK_HOME $SPARK_CONF_DIR $HADOOP_CONF_DIR $PYSPARK_PYTHON; echo $PATH; echo $MORE");

        assertThat(out.toString(UTF_8).lines()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("%1$s/spark %1$s/conf/spark %1$s/conf/hadoop %1$s/python/bin/python".formatted(folder)),
                line -> assertThat(line).startsWith(folder + "/home/hadoop/bin:" + folder + "/python/bin:" + folder + "/spark/bin:")
                        .endsWith(System.getenv("PATH")),
                line -> assertThat(line).isEqualTo("and more"));
    }

    @Test
    void anInterruptEndsTheChildAndItsDescendantsEvenWhenTheyIgnoreTerm() throws InterruptedException {
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread us = new Thread(() -> {
            try {
                run("trap '' TERM; sh -c 'trap \"\" TERM; while :; do sleep 1; done' & while :; do sleep 1; done");
            } catch (InterruptedException e) {
                ended.set(e);
            }
        });
        us.start();
        List<ProcessHandle> family = family();

        us.interrupt();
        us.join();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(family).noneMatch(process -> ProcessIdentity.of(process).runs());
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> foreground().run(List.of(folder + "/gone"), Map.of()))
                .isInstanceOf(ProgramNotStartedException.class).hasMessageContaining(folder + "/gone");
    }

    /** The child and its own child, as soon as both run. */
    private static List<ProcessHandle> family() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            List<ProcessHandle> looping = ProcessHandle.current().descendants()
                    .filter(each -> each.info().command().filter(name -> name.endsWith("sleep")).isPresent()).toList();
            if (looping.size() == 2) {
                return looping.stream().map(sleep -> sleep.parent().orElse(sleep)).toList();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("the child did not start");
    }

    private Foreground foreground() {
        return new Foreground(Clients.in(folder), Duration.ofMillis(500));
    }

    private int run(String script) throws InterruptedException {
        return foreground().run(List.of("sh", "-c", script), Map.of("MORE", "and more"), out, err);
    }
}
