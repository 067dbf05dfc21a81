package bigdata.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Ports;
import bigdata.config.Topology;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortChooserTest {
    private static final String HOST = "127.0.0.1";
    private static final OptionalInt ANY = OptionalInt.empty();

    private final List<String> said = new ArrayList<>();
    private final PortChooser chooser = new PortChooser(HOST, true, true, true, said::add);

    @Test
    void anyFreePortsAreAllDifferentAndBelowThoseThatTheKernelPicks() {
        Topology chosen = chooser.choose(Ports.picked(), Optional.empty());

        assertThat(ports(chosen)).doesNotHaveDuplicates().allSatisfy(port -> assertThat(port).isBetween(20_000, 29_999));
        assertThat(chosen.host()).isEqualTo(HOST);
        assertThat(said).isEmpty();
    }

    @Test
    void thePortsOfTheLastTimeAreKept() {
        Topology last = chooser.choose(Ports.picked(), Optional.empty());

        assertThat(chooser.choose(Ports.picked(), Optional.of(last))).isEqualTo(last);
        assertThat(said).isEmpty();
    }

    @Test
    void aPortOfTheLastTimeThatIsTakenIsReplacedAndThatIsTold() throws IOException {
        Topology last = chooser.choose(Ports.picked(), Optional.empty());
        try (ServerSocket holder = new ServerSocket(last.sparkMaster(), 1, InetAddress.getByName(HOST))) {
            Topology chosen = chooser.choose(Ports.picked(), Optional.of(last));

            assertThat(chosen.sparkMaster()).isNotEqualTo(holder.getLocalPort());
            assertThat(chosen.namenode()).isEqualTo(last.namenode());
            assertThat(ports(chosen)).doesNotHaveDuplicates();
            assertThat(said).singleElement().asString().contains("port " + holder.getLocalPort(), "Spark Master",
                    "pid " + ProcessHandle.current().pid(), "using " + chosen.sparkMaster());
        }
    }

    @Test
    void aPortThatIsAskedForIsUsed() {
        int asked = chooser.choose(Ports.picked(), Optional.empty()).historyServer();

        assertThat(chooser.choose(historyAt(asked), Optional.empty()).historyServer()).isEqualTo(asked);
    }

    @Test
    void aPortThatIsAskedForAndTakenIsAnErrorThatNamesItsHolder() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            int taken = holder.getLocalPort();

            assertThatThrownBy(() -> chooser.choose(historyAt(taken), Optional.empty())).isInstanceOf(PortTakenException.class)
                    .hasMessageContainingAll("port " + taken, "history.port", "History Server",
                            "pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aPortThatIsAskedForIsNoLongerAnotherServicesPortOfTheLastTime() {
        Topology last = chooser.choose(Ports.picked(), Optional.empty());

        Topology chosen = chooser.choose(historyAt(last.namenode()), Optional.of(last));

        assertThat(chosen.historyServer()).isEqualTo(last.namenode());
        assertThat(ports(chosen)).doesNotHaveDuplicates();
    }

    @Test
    void withoutJupyterLabItsPortIsKeptForLaterWhoeverHasItNow() throws IOException {
        Topology last = chooser.choose(Ports.picked(), Optional.empty());
        try (ServerSocket holder = new ServerSocket(last.jupyter(), 1, InetAddress.getByName(HOST))) {
            PortChooser off = new PortChooser(HOST, false, true, true, said::add);

            assertThat(off.choose(jupyterAt(holder.getLocalPort()), Optional.of(last))).isEqualTo(last);
            assertThat(said).isEmpty();
        }
    }

    @Test
    void aClusterThatNeverHadJupyterLabGetsAPortForIt() {
        Topology never = new PortChooser(HOST, false, true, true, said::add).choose(Ports.picked(), Optional.empty());

        assertThat(never.jupyter()).isZero();
        assertThat(chooser.choose(Ports.picked(), Optional.of(never)).jupyter()).isBetween(20_000, 29_999);
    }

    private static Ports jupyterAt(int port) {
        return new Ports(ANY, ANY, ANY, ANY, ANY, OptionalInt.of(port), ANY);
    }

    private static Ports historyAt(int port) {
        return new Ports(ANY, ANY, ANY, ANY, OptionalInt.of(port), ANY, ANY);
    }

    private static List<Integer> ports(Topology chosen) {
        return List.of(chosen.namenode(), chosen.namenodeHttp(), chosen.sparkMaster(), chosen.sparkMasterUi(),
                chosen.historyServer(), chosen.jupyter(), chosen.connect(), chosen.catalog());
    }
}
