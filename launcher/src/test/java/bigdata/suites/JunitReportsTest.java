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

        assertThat(reports().read()).isEqualTo(new Tally(5, 3, 2));
    }

    @Test
    void countsNothingOnceCleared() throws IOException {
        Files.writeString(folder.resolve("TEST-a.xml"), surefire);

        reports().clear();

        assertThat(reports().read()).isEqualTo(Tally.NONE);
    }

    @Test
    void namesAReportThatIsCutOff() throws IOException {
        Files.writeString(folder.resolve("TEST-cut.xml"), "<testsuite tests='1' ");

        assertThatThrownBy(() -> reports().read()).isInstanceOf(IOException.class).hasMessageContaining("TEST-cut.xml");
    }
}
