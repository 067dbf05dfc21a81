package bigdata.hdfs;

import bigdata.config.Topology;
import bigdata.readiness.Http;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Files of HDFS as its superuser sees them, asked of the NameNode's pages: that needs no JVM of its own. */
public final class WebHdfs {
    private final Topology topology;
    private final String user;

    public WebHdfs(Topology topology) {
        this.topology = topology;
        this.user = System.getProperty("user.name");
    }

    /**
     * A file.
     *
     * @param length bytes
     * @param copies that HDFS is to keep of each of its blocks
     */
    public record File(String path, long length, int copies) {}

    /** Tells every file there is. Those that come or go meanwhile may be told or not. */
    public void walk(Consumer<File> file) throws IOException, InterruptedException {
        Deque<String> folders = new ArrayDeque<>();
        folders.push("/");
        while (!folders.isEmpty()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String folder = folders.pop();
            for (JsonNode status : list(folder)) {
                String path = (folder.equals("/") ? "" : folder) + "/" + status.path("pathSuffix").asText();
                switch (status.path("type").asText()) {
                    case "DIRECTORY" -> folders.push(path);
                    case "FILE" -> file.accept(new File(path, status.path("length").asLong(), status.path("replication").asInt()));
                    default -> { } // a link holds no blocks
                }
            }
        }
    }

    private JsonNode list(String folder) throws IOException {
        try {
            return Http.json(address(folder, "op=LISTSTATUS")).at("/FileStatuses/FileStatus");
        } catch (FileNotFoundException deletedMeanwhile) {
            return MissingNode.getInstance();
        }
    }

    /** Makes HDFS keep so many copies of a file; of one that was deleted meanwhile there is nothing to do. */
    public void setCopies(String path, int copies) throws IOException {
        int status = Http.status(address(path, "op=SETREPLICATION&replication=" + copies), "PUT");
        if (status != 200 && status != 404) {
            throw new IOException("HDFS answers " + status + " when asked to keep " + copies + " copies of " + path);
        }
    }

    URI address(String path, String operation) {
        try {
            URI escaped = new URI(null, null, "/webhdfs/v1" + path, null); // escapes what a path may hold and an address may not
            return topology.namenodeUi(escaped.toASCIIString() + "?" + operation + "&user.name=" + user);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path of HDFS is absolute: " + path, impossible);
        }
    }
}
