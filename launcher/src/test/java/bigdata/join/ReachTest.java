package bigdata.join;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bigdata.config.Topology;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Reach NOBODY_LISTENS = new Reach(new Topology("127.0.0.1", 1, 2, 3, 4, 5, 6, 7, 8));

    @Test
    void anotherNameOfTheSameMachineIsTheMaster() {
        assertThatCode(() -> NOBODY_LISTENS.check("localhost")).doesNotThrowAnyException();
    }

    @Test
    void anotherMachineIsNot() {
        assertThatThrownBy(() -> NOBODY_LISTENS.check("127.0.0.2")).isInstanceOf(JoinRefused.class)
                .hasMessageContainingAll("--master names 127.0.0.2", "at 127.0.0.1");
    }

    @Test
    void aMasterThatDoesNotListenIsToldWithItsPort() {
        assertThatThrownBy(NOBODY_LISTENS::localAddress).isInstanceOf(JoinRefused.class)
                .hasMessageContaining("cannot reach the Spark Master at 127.0.0.1:3");
    }

    @Test
    void anAddressOfAnotherMachineIsNoneToListenOn() {
        assertThatThrownBy(() -> Reach.checkLocal("192.0.2.1")).isInstanceOf(JoinRefused.class).hasMessageContaining("--bind");
    }
}
