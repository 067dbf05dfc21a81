package bigdata.hdfs;

import bigdata.config.Topology;
import bigdata.readiness.Http;
import bigdata.readiness.Probe;
import bigdata.readiness.Readiness;
import java.io.IOException;
import java.net.URI;

/** The folders that are there in every file system of ours, made through WebHDFS, which needs no JVM of its own. */
public final class FileSystemLayout {
    /** Event logs of every application, which the History Server reads. */
    public static final String EVENTS = "/spark/events";
    /** Data of saved tables. */
    public static final String WAREHOUSE = "/spark/warehouse";

    private final Topology topology;
    private final String user;

    /** @param user the file system's superuser: who runs the NameNode */
    FileSystemLayout(Topology topology, String user) {
        this.topology = topology;
        this.user = user;
    }

    /** Makes what is missing and leaves alone what is there. */
    void create() throws IOException {
        make("/tmp", "1777");
        make("/user", "755");
        make("/user/" + user, "700");
        make("/spark", "755");
        make(EVENTS, "1777");
        make(WAREHOUSE, "1777");
    }

    /** Ready when {@code folder} is there. */
    public static Probe exists(Topology topology, String folder) {
        return () -> {
            try {
                URI status = topology.namenodeUi("/webhdfs/v1" + folder + "?op=GETFILESTATUS&user.name="
                        + System.getProperty("user.name"));
                int code = Http.status(status, "GET");
                return code == 200 ? Readiness.ready("")
                        : Readiness.notReady("HDFS answers " + code + " when asked for " + folder);
            } catch (IOException e) {
                return Readiness.notReady("the NameNode does not answer: " + e.getMessage());
            }
        };
    }

    /** MKDIRS leaves the permission of a folder that exists as it is. */
    private void make(String folder, String permission) throws IOException {
        URI address = topology.namenodeUi("/webhdfs/v1" + folder + "?op=MKDIRS&permission=" + permission + "&user.name=" + user);
        int status = Http.status(address, "PUT");
        if (status != 200) {
            throw new IOException("HDFS answers " + status + " when asked to make " + folder);
        }
    }
}
