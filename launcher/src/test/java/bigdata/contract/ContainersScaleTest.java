package bigdata.contract;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract of scaling on containers. Needs a Docker Engine and the image. */
@Tag("docker")
class ContainersScaleTest extends ScaleContract {
    private static final Engine ENGINE = new Engine("bigdata-scale");
    private static final Bigdata BIGDATA = ENGINE.bigdata("containers-scale", SETTINGS);

    ContainersScaleTest() {
        super(BIGDATA, "up", "--docker");
    }

    @BeforeAll
    @Override
    void upWithAJob() throws IOException {
        Engine.openToTheContainersUser(folder);
        super.upWithAJob();
    }

    @AfterAll
    @Override
    void down() {
        super.down();
        ENGINE.isClean();
    }
}
