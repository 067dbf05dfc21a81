package bigdata.node;

import static bigdata.node.ScriptedService.OBEDIENT;
import static bigdata.node.ScriptedService.STUBBORN;
import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.UnusableFileException;
import bigdata.process.ProcessSpec;
import bigdata.process.Scripts;
import bigdata.readiness.Probe;
import bigdata.service.ServiceState;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(180)
class SupervisorTest {
    @TempDir
    private Path state;

    @Test
    void aServiceIsStartedWhenWhatItNeedsIsThere() throws IOException, InterruptedException {
        ScriptedService second = new ScriptedService("second", state, OBEDIENT) {
            @Override
            public Probe startWhen() {
                return exists("needed");
            }
        };
        try (RunningNode node = new RunningNode(state, new ScriptedService("first", state, OBEDIENT), second)) {
            node.await("first", ServiceState.READY);
            ServiceStatus waiting = node.await("second", status -> !status.detail().isEmpty());
            assertThat(waiting).isEqualTo(new ServiceStatus("second", ServiceState.WAITING, null, 0, "no needed"));
            assertThat(second.starts).hasValue(0);

            Files.createFile(state.resolve("needed"));

            assertThat(node.await("second", ServiceState.READY).process().runs()).isTrue();
        }
    }

    @Test
    void itCountsAsReadyOnlyAfterWhatIsToBeDoneOnceItIsUsable() throws IOException, InterruptedException {
        List<ServiceState> states = new CopyOnWriteArrayList<>();
        RunningNode[] running = new RunningNode[1];
        ScriptedService service = new ScriptedService("namenode", state, OBEDIENT) {
            @Override
            public Probe startWhen() {
                return exists("test-is-set-up");
            }

            @Override
            public void usable() throws IOException {
                states.add(running[0].status("namenode").state());
            }
        };
        try (RunningNode node = new RunningNode(state, service)) {
            running[0] = node;
            Files.createFile(state.resolve("test-is-set-up"));

            node.await("namenode", ServiceState.READY);

            assertThat(states).hasSize(1).doesNotContain(ServiceState.READY);
        }
    }

    @Test
    void whatIsToBeDoneOnceItIsUsableIsTriedAgainWithoutARestart() throws IOException, InterruptedException {
        ScriptedService service = new ScriptedService("namenode", state, OBEDIENT) {
            private int attempts;

            @Override
            public void usable() throws IOException {
                attempts++;
                if (attempts < 3) {
                    throw new IOException("read timed out");
                }
            }
        };
        try (RunningNode node = new RunningNode(state, service)) {
            ServiceStatus status = node.await("namenode", ServiceState.READY);

            assertThat(status.restarts()).isZero();
            assertThat(service.starts).hasValue(1);
        }
    }

    @Test
    void aServiceThatEndsIsStartedAgainAndTheRestartIsCounted() throws IOException, InterruptedException {
        String once = "if [ -e crashed ]; then " + OBEDIENT + "; fi; touch crashed; exit 3";
        try (RunningNode node = new RunningNode(state, new ScriptedService("datanode", state, once))) {
            ServiceStatus status = node.await("datanode", ServiceState.READY);

            assertThat(status.restarts()).isEqualTo(1);
            assertThat(node.log).contains("datanode ended with exit code 3");
        }
    }

    @Test
    void betweenTwoStartsItsStatusSaysHowItEnded() throws IOException, InterruptedException {
        ScriptedService service = new ScriptedService("datanode", state, "echo the cause; printf '\\tat a.b(C)\\n'; exit 3");
        try (RunningNode node = new RunningNode(state, service)) {
            ServiceStatus status = node.await("datanode",
                    each -> each.state() == ServiceState.RESTARTING && each.restarts() == 2);

            assertThat(status.process()).isNull();
            assertThat(status.detail()).startsWith("ended with exit code 3").endsWith("the cause");
        }
    }

    @Test
    void aKilledServiceComesBackAsAnotherProcess() throws IOException, InterruptedException {
        try (RunningNode node = new RunningNode(state, new ScriptedService("namenode", state, OBEDIENT))) {
            ServiceStatus first = node.await("namenode", ServiceState.READY);

            first.process().find().orElseThrow().destroyForcibly();

            ServiceStatus second = node.await("namenode", status -> status.state() == ServiceState.READY && status.restarts() == 1);
            assertThat(second.process()).isNotEqualTo(first.process());
        }
    }

    @Test
    void aServiceThatRefusesStaysDownWhileOthersRun() throws IOException, InterruptedException {
        ScriptedService refusing = new ScriptedService("namenode", state, OBEDIENT) {
            @Override
            public ProcessSpec prepare() throws IOException, InterruptedException {
                super.prepare();
                throw new NodeNotStartedException("restore it from a backup");
            }
        };
        try (RunningNode node = new RunningNode(state, refusing, new ScriptedService("master", state, OBEDIENT))) {
            assertThat(node.await("namenode", ServiceState.REFUSED).detail()).isEqualTo("restore it from a backup");
            node.await("master", ServiceState.READY);

            node.stop();

            assertThat(refusing.starts).hasValue(1);
            assertThat(node.status("namenode").state()).as("it was told to stop").isEqualTo(ServiceState.STOPPED);
        }
    }

    @ParameterizedTest
    @MethodSource("passingTrouble")
    void troubleWithFilesIsNoRefusalAndIsTriedAgain(RuntimeException trouble) throws IOException, InterruptedException {
        ScriptedService onAFullDisk = new ScriptedService("namenode", state, OBEDIENT) {
            @Override
            public ProcessSpec prepare() throws IOException, InterruptedException {
                ProcessSpec spec = super.prepare();
                if (starts.get() < 3) {
                    throw trouble;
                }
                return spec;
            }
        };
        try (RunningNode node = new RunningNode(state, onAFullDisk)) {
            ServiceStatus once = node.await("namenode", status -> status.restarts() == 1 || status.state() == ServiceState.REFUSED);
            assertThat(once.detail()).contains("cannot start").contains("No space left");

            assertThat(node.await("namenode", ServiceState.READY).restarts()).isEqualTo(2);
        }
    }

    private static Stream<RuntimeException> passingTrouble() {
        IOException full = new IOException("No space left on device");
        return Stream.of(UnusableFileException.writing(Path.of("core-site.xml"), full),
                new UncheckedIOException("No space left on device", full));
    }

    @Test
    void anErrorOfOursIsToldAndNotLeftSilent() throws IOException, InterruptedException {
        ScriptedService broken = new ScriptedService("namenode", state, OBEDIENT) {
            @Override
            public ProcessSpec prepare() {
                throw new IllegalStateException("our mistake");
            }
        };
        try (RunningNode node = new RunningNode(state, broken)) {
            assertThat(node.await("namenode", ServiceState.REFUSED).detail()).contains("our mistake");
        }
    }

    @Test
    void servicesStopInReverseOrder() throws IOException, InterruptedException {
        try (RunningNode node = new RunningNode(state, new ScriptedService("first", state, OBEDIENT),
                new ScriptedService("second", state, OBEDIENT), new ScriptedService("third", state, OBEDIENT))) {
            for (String service : List.of("first", "second", "third")) {
                node.await(service, ServiceState.READY);
            }

            node.stop();

            assertThat(state.resolve("stops")).hasContent("third\nsecond\nfirst");
            assertThat(node.status("first")).isEqualTo(new ServiceStatus("first", ServiceState.STOPPED, null, 0, ""));
        }
    }

    @Test
    void aServiceThatIgnoresTermIsKilledAfterItsGrace() throws IOException, InterruptedException {
        try (RunningNode node = new RunningNode(state, stubborn(Duration.ofMillis(300)))) {
            ServiceStatus running = node.await("stubborn", ServiceState.READY);

            node.stop();

            assertThat(running.process().runs()).isFalse();
            assertThat(node.log).contains("stubborn had to be killed");
            assertThat(node.status("stubborn").state()).isEqualTo(ServiceState.STOPPED);
        }
    }

    @Test
    void aSecondSignalDoesNotLeaveAServiceBehind() throws IOException, InterruptedException {
        try (RunningNode node = new RunningNode(state, stubborn(Duration.ofSeconds(3)))) {
            ServiceStatus running = node.await("stubborn", ServiceState.READY);
            node.interrupt();
            Scripts.until("it stops", () -> node.log.contains("stopping"));

            node.interrupt();
            Scripts.until("the signal is seen", () -> node.log.contains("still stopping stubborn"));
            node.stop();

            assertThat(running.process().runs()).isFalse();
        }
    }

    @Test
    void aServiceThatPreparesItselfIsStoppedToo() throws IOException, InterruptedException {
        ScriptedService formatting = new ScriptedService("namenode", state, OBEDIENT) {
            @Override
            public ProcessSpec prepare() throws IOException, InterruptedException {
                new Scripts(state).spec("echo $$ > formatter; touch formats; exec sleep 1000").run();
                return super.prepare();
            }
        };
        try (RunningNode node = new RunningNode(state, formatting)) {
            Scripts.until("it formats", () -> Files.exists(state.resolve("formats")));
            ProcessHandle formatter = new Scripts(state).written("formatter");

            node.stop();

            Scripts.until("the formatter ended", () -> !formatter.isAlive());
            assertThat(formatting.starts).hasValue(0);
            assertThat(node.status("namenode").state()).isEqualTo(ServiceState.STOPPED);
        }
    }

    private ScriptedService stubborn(Duration grace) {
        return new ScriptedService("stubborn", state, STUBBORN) {
            @Override
            public Duration stopGrace() {
                return grace;
            }
        };
    }
}
