package bigdata.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a kind of daemon is started and what it leaves behind; what the daemons of one project (Hadoop, Spark) have in common. */
public interface Daemon {
    /** Called when its process has ended; {@code inGoodOrder} when it ended by itself after being told to. */
    void ended(boolean inGoodOrder) throws IOException;

    /** Its log files, the most telling first. */
    List<Path> logs();
}
