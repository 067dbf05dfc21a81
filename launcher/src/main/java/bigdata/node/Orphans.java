package bigdata.node;

import bigdata.process.ProcessEnder;
import bigdata.process.ProcessIdentity;
import bigdata.service.ServiceStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Services that outlived their node: nobody supervises them, and they hold what the next node needs. */
public final class Orphans {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Orphans() {}

    /** The service processes of a node's last status that still run. */
    public static List<ProcessHandle> of(NodeFolder folder) throws IOException {
        return folder.status().stream().flatMap(status -> status.services().stream()).map(ServiceStatus::process)
                .filter(Objects::nonNull).map(ProcessIdentity::find).flatMap(Optional::stream).toList();
    }

    /** Ends them all. Only for a node that does not run. */
    public static void end(NodeFolder folder) throws IOException, InterruptedException {
        ProcessEnder.end(of(folder), GRACE);
    }
}
