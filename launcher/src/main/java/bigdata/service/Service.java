package bigdata.service;

import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One daemon of Hadoop, Spark or Jupyter, as a node runs it. */
public interface Service {
    /** Its name in commands, files and messages, such as {@code namenode}. */
    String name();

    /** Ready when what this one needs to start is there; started before, it would only fail and try again. */
    default Probe startWhen() {
        return Probe.none();
    }

    /**
     * Makes everything ready for one start, such as configuration files and folders; called before each.
     *
     * @throws IOException when it cannot be done now; then it is tried again later, as after an
     *     {@link bigdata.config.UnusableFileException}
     * @throws bigdata.BigdataException any other: starting would be wrong, and the service stays down until a person acts
     */
    ProcessSpec prepare() throws IOException, InterruptedException;

    /** Ready when others can use it. */
    Probe ready();

    /** Not ready when it hangs and only a restart will help; true of what it waits for elsewhere is no reason. */
    default Probe alive() {
        return Probe.none();
    }

    /** What is to be done once it is usable and before it counts as ready; called after each start. */
    default void usable() throws IOException {}

    /** Called every few seconds while its process runs and it is ready. */
    default void watched(ProcessHandle process) throws IOException {}

    /** Called when its process has ended; {@code inGoodOrder} when it ended by itself after being told to. */
    default void ended(boolean inGoodOrder) throws IOException {}

    /** How long it may take to end after TERM. */
    default Duration stopGrace() {
        return Duration.ofSeconds(20);
    }

    /** Its log files, the most telling first. */
    List<Path> logs();
}
