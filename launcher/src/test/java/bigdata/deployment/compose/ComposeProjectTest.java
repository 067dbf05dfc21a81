package bigdata.deployment.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeProjectTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1.29.2,true", "2.25.9,true", "v2.3.0,true", "2.26.0,false", "v2.26.1-4,false", "2.40.3-desktop.1,false", "3.0.0,false",
        "5.0,false", "dev,false"})
    void anOldComposeIsToldFromANewOne(String version, boolean older) {
        assertThat(ComposeProject.isOlder(version)).isEqualTo(older);
    }
}
