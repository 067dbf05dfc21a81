package bigdata.hdfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DataNodeSlotTest {
    @TempDir
    private Path state;

    @Test
    void twoClaimsInOneProcessGetDifferentSlots() throws IOException {
        try (DataNodeSlot first = DataNodeSlot.claim(state); DataNodeSlot second = DataNodeSlot.claim(state)) {
            assertThat(first.folder()).hasFileName("slot-1").isEmptyDirectory();
            assertThat(second.folder()).hasFileName("slot-2").isEmptyDirectory();
        }
    }

    @Test
    void aFreedSlotIsTakenAgainBeforeAHigherOne() throws IOException {
        try (DataNodeSlot first = DataNodeSlot.claim(state); DataNodeSlot second = DataNodeSlot.claim(state)) {
            Path freed = first.folder();
            first.close();

            try (DataNodeSlot third = DataNodeSlot.claim(state)) {
                assertThat(third.folder()).isEqualTo(freed).isNotEqualTo(second.folder());
            }
        }
    }

    @Test
    void anotherProcessHoldsItsSlotUntilItEndsHoweverItEnds() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", System.getProperty("java.class.path"),
                Claiming.class.getName(), state.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("slot-1");
            try (DataNodeSlot ours = DataNodeSlot.claim(state)) {
                assertThat(ours.folder()).hasFileName("slot-2");
            }
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (DataNodeSlot freed = DataNodeSlot.claim(state)) {
            assertThat(freed.folder()).hasFileName("slot-1");
        }
    }

    @Test
    void aDataNodeIsKnownByTheIdInItsFolder() throws IOException {
        try (DataNodeSlot slot = DataNodeSlot.claim(state)) {
            assertThat(slot.uuid()).as("before its first registration").isEmpty();

            Storage.format(slot.folder(), "CID-1");

            assertThat(slot.uuid()).contains("uuid-slot-1");
        }
    }

    /** Claims a slot, prints it and keeps it until it is killed. */
    static final class Claiming {
        private Claiming() {}

        public static void main(String[] arguments) throws IOException {
            try (DataNodeSlot slot = DataNodeSlot.claim(Path.of(arguments[0]))) {
                System.out.println(slot.folder().getFileName());
                System.in.read(); // nobody writes
            }
        }
    }
}
