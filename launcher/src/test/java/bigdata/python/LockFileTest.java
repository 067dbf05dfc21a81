package bigdata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    private static final String UV = "uv==0.1 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n    # via us\n";

    @TempDir
    Path folder;

    private LockFile lock(String text) throws IOException {
        return new LockFile(Files.writeString(folder.resolve("requirements.txt"), text));
    }

    @Test
    void givesOnePackageWithItsHashesAndNoOther() throws IOException {
        LockFile lock = lock("uvloop==3 \\\n    --hash=sha256:aa\n" + UV + "wheel==1 \\\n    --hash=sha256:dd\n");

        assertThat(lock.only("uv")).isEqualTo(UV);
    }

    @Test
    void namesThePackageThatItDoesNotHold() throws IOException {
        LockFile lock = lock("wheel==1 \\\n    --hash=sha256:dd\n");

        assertThatThrownBy(() -> lock.only("uv")).isInstanceOf(PythonEnvironmentException.class).hasMessageContaining("locks no uv");
    }

    @Test
    void hasAnotherFingerprintOnceAnyByteDiffers() throws IOException {
        String before = lock(UV).fingerprint();

        assertThat(lock(UV + "\n").fingerprint()).isNotEqualTo(before);
        assertThat(lock(UV).fingerprint()).isEqualTo(before);
    }
}
