package bigdata.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What uv 0.13 writes, word for word but for the registry's address. */
class NotAddedExceptionTest {
    @Test
    void aPackageThatDoesNotExistIsNamed() {
        assertThat(told("""
                error: No solution found when resolving dependencies
                  cause: Because no-such-thing was not found in the package registry and bigdata-environment depends on no-such-thing, we
                         can conclude that your requirements are unsatisfiable.
                """)).isEqualTo("there is no package named no-such-thing; look for its name at the package registry. Nothing was changed.");
    }

    @Test
    void aRegistryThatIsNotReachedIsToldApart() {
        assertThat(told("""
                error: Request failed after 3 retries in 4.9s
                  cause: Failed to fetch: https://registry.example/simple/jupyterlab/
                  cause: client error (Connect)
                """)).contains("cannot be reached", "HTTPS_PROXY", "add one, two again. Nothing was changed.").doesNotContain("registry.example");
    }

    @Test
    void aFullDiskIsToldApart() {
        assertThat(told("error: Failed to write: No space left on device (os error 28)")).contains("the disk is full", "Nothing was changed.");
    }

    @Test
    void aConflictIsExplainedInUvsWords() {
        assertThat(told("""
                error: No solution found when resolving dependencies
                  cause: Because pyspark[sql]==4.2.0 depends on numpy>=1.21 and bigdata-environment depends on numpy<1.20, we can conclude
                """)).startsWith("one, two cannot be added to what there is:\n").contains("pyspark[sql]==4.2.0 depends on numpy>=1.21")
                .endsWith("Nothing was changed.");
    }

    private static String told(String words) {
        return NotAddedException.explaining(List.of("one", "two"), words).getMessage();
    }
}
