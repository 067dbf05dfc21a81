package bigdata.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JunitReportsTest {
    @TempDir
    Path folder;

    private final String surefire = "<testsuite name='a' tests='7' errors='1' skipped='2' failures='1'><testcase/></testsuite>";
    private final String pytest =
            "<testsuites name='all'><testsuite name='pytest' errors='0' failures='1' skipped='0' tests='3'/></testsuites>";

    private JunitReports reports() {
        return new JunitReports(List.of(folder, folder.resolve("absent")));
    }

    @Test
    void addsUpWhatSurefireAndPytestWrote() throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), surefire);
        Files.writeString(folder.resolve("report.xml"), pytest);

        assertThat(reports().read().tally()).isEqualTo(new Tally(5, 3, 2));
    }

    @Test
    void tellsWhichTestsFailedAndWhy() throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), """
                <testsuite tests='3' failures='1' errors='1'>
                  <testcase classname='A' name='works'><system-out>chatter</system-out></testcase>
                  <testcase classname='A' name='counts'><failure message='no'>expected 1\n  at A.counts</failure></testcase>
                  <testcase classname='B' name='starts'><error type='IOException'><![CDATA[gone]]></error></testcase>
                </testsuite>""");

        assertThat(reports().read().failures())
                .containsExactly(new FailedTest("A counts", "expected 1\n  at A.counts"), new FailedTest("B starts", "gone"));
    }

    @Test
    void countsNothingOnceCleared() throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), surefire);

        reports().clear();

        assertThat(reports().read()).isEqualTo(Outcome.NONE);
    }

    @Test
    void namesAReportThatIsCutOff() throws IOException {
        Files.writeString(folder.resolve("TEST-cut.xml"), "<testsuite tests='1' ");

        assertThatThrownBy(() -> reports().read()).isInstanceOf(IOException.class).hasMessageContaining("TEST-cut.xml");
    }
}
