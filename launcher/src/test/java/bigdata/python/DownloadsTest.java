package bigdata.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadsTest {
    private final Downloads downloads = new Downloads();

    @Test
    void tellsWhatIsDoneOfWhatIsKnownOnceAHundredMebibytesHaveCome() {
        assertThat(downloads.after("Downloading scipy (33.7MiB)")).isEmpty();
        assertThat(downloads.after("Downloading tensorflow-cpu (261.1MiB)")).isEmpty();
        assertThat(downloads.after(" Downloaded scipy")).isEmpty();

        assertThat(downloads.after(" Downloaded tensorflow-cpu")).contains("Downloaded 295 of 295 MiB");
    }

    @Test
    void namesWhatIsOnItsWayWhenAsked() {
        downloads.after("Downloading scipy (33.7MiB)");
        downloads.after("Downloading xgboost (0.5GiB)");
        downloads.after(" Downloaded scipy");

        assertThat(downloads.state()).isEqualTo("still downloading xgboost (34 of 546 MiB)");
    }

    @Test
    void passesOnTheStepsOfAnInstallationButNotTheListOfItsPackages() {
        assertThat(downloads.after("Installed 194 packages in 1.8s")).contains("Installed 194 packages in 1.8s");
        assertThat(downloads.after(" + numpy==2.4.6")).isEmpty();
    }
}
