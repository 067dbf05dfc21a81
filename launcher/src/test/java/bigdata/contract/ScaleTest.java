package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** The contract of scaling on processes of this machine. */
@Tag("cluster")
class ScaleTest extends ScaleContract {
    private static final Bigdata BIGDATA = new Bigdata("scale", SETTINGS);

    ScaleTest() {
        super(BIGDATA, "up");
    }

    @AfterAll
    @Override
    void down() {
        super.down();
        assertThat(BIGDATA.processes()).isEmpty();
    }
}
