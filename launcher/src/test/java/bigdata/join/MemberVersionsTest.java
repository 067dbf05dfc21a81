package bigdata.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberVersionsTest {
    private static final MemberVersions CLUSTER = new MemberVersions("3.5.0", "abc", "3.12", 21);

    @Test
    void theSameVersionsFit() {
        assertThat(CLUSTER.against(CLUSTER)).isEmpty();
    }

    @Test
    void aNewerJavaFitsSinceItReadsTheClassesOfAnOlderOne() {
        assertThat(CLUSTER.against(new MemberVersions("3.5.0", "abc", "3.12", 25))).isEmpty();
    }

    @Test
    void everyDifferenceIsToldAtOnceWithBothSides() {
        assertThat(CLUSTER.against(new MemberVersions("3.4.0", "def", "3.13", 17))).satisfiesExactly(
                lock -> assertThat(lock).contains("requirements.txt"),
                hadoop -> assertThat(hadoop).contains("3.5.0", "3.4.0"),
                python -> assertThat(python).contains("Python is 3.12", "is 3.13"),
                java -> assertThat(java).contains("Java is 21", "is 17"));
    }
}
