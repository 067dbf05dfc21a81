package bigdata.cluster;

import bigdata.config.Project;
import bigdata.hdfs.NameNodeJmx;
import bigdata.hdfs.WebHdfs;
import bigdata.job.ClientEnvironment;
import bigdata.node.ClusterManifest;
import bigdata.node.NodeFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the workers with the highest numbers ready to be stopped: moves their blocks to those that stay and lets their executors
 * end. Needs the cluster's state folder and its network, and no deployment. Interrupted at any moment, it leaves a cluster that
 * works and has every block; run again, it goes on.
 */
final class Drain {
    private final Project project;
    private final ClusterManifest manifest;
    private final PrintWriter out;
    private final Path state;
    private final int workers;

    /** @param workers how many stay */
    Drain(Project project, ClusterManifest manifest, int workers, PrintWriter out) {
        this.project = project;
        this.manifest = manifest;
        this.workers = workers;
        this.out = out;
        this.state = project.state();
    }

    void run() throws IOException, InterruptedException {
        List<String> leaving = leaving();
        if (leaving.isEmpty() && manifest.size().workers() <= workers) {
            return;
        }
        WebHdfs hdfs = new WebHdfs(manifest.topology());
        Copies copies = check(leaving, hdfs);
        String names = String.join(", ", leaving);
        ClusterManifest smaller = manifest.resized(workers, Math.min(manifest.replication(), copies.most()));
        new ClientFiles(state).write(project, smaller);
        ClientEnvironment client = new RunningCluster(project, manifest).client();
        out.println("moving the blocks of " + names + " to the workers that stay");
        try {
            LeavingBlocks blocks = new LeavingBlocks(project, manifest, leaving, client, out);
            blocks.exclude();
            copies.lower(hdfs, out);
            blocks.awaitMoved();
            Copies.of(hdfs, copies.most()).lower(hdfs, out); // of files that were written meanwhile
            blocks.awaitCopies();
            new LeavingExecutors(leaving, client, out).end();
        } catch (IOException | InterruptedException | RuntimeException unfinished) {
            out.println(names + " not taken out yet, nothing is lost: `bigdata scale " + workers + "` goes on, `bigdata scale "
                    + manifest.size().workers() + "` takes back");
            throw unfinished;
        }
        smaller.write(state);
    }

    /** The running workers beyond the number, the last first. */
    private List<String> leaving() throws IOException {
        List<String> names = new ArrayList<>();
        for (NodeFolder folder : NodeFolder.all(state)) {
            if (folder.running().isPresent()) {
                names.add(folder.name());
            }
        }
        return Nodes.beyond(workers, names);
    }

    /** Refuses before anything is changed. */
    private Copies check(List<String> leaving, WebHdfs hdfs) throws IOException, InterruptedException {
        for (String name : Nodes.of(manifest)) {
            if (NodeFolder.of(state, name).running().isEmpty()) {
                throw new NotScaledException("node " + name + " is dead; `bigdata up` repairs it, then `bigdata scale " + workers
                        + "` works. Nothing was changed");
            }
        }
        NameNodeJmx now = NameNodeJmx.read(manifest.topology());
        if (!now.safeMode().isEmpty()) {
            throw new NotScaledException("HDFS cannot move blocks now: " + now.safeMode());
        }
        Set<String> gone = leaving.stream().map(name -> LeavingBlocks.uuid(state, name)).flatMap(Optional::stream).collect(Collectors.toSet());
        List<NameNodeJmx.DataNode> staying = now.live().stream().filter(NameNodeJmx.DataNode::isInService)
                .filter(each -> !gone.contains(each.uuid())).toList();
        if (staying.size() < workers) {
            throw new NotScaledException("only " + staying.size() + " of the " + workers + " DataNodes that stay are live; `bigdata status`"
                    + " says more. Nothing was changed");
        }
        Copies copies = Copies.of(hdfs, staying.size());
        new Room(staying, copies.bytes()).lack().ifPresent(lack -> {
            throw new NotScaledException(lack);
        });
        return copies;
    }
}
