package bigdata.job;

import bigdata.BigdataException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the cluster does with Hadoop's own {@code hdfs dfsadmin}, since the NameNode takes it no other way. */
public final class DfsAdmin {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ClientEnvironment client;

    public DfsAdmin(ClientEnvironment client) {
        this.client = client;
    }

    /** Makes the NameNode read again which DataNodes leave. */
    public void refreshNodes() throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new Foreground(client, GRACE).run(
                List.of(client.programs().binFolder().resolve("hdfs").toString(), "dfsadmin", "-refreshNodes"), Map.of(), said, said);
        if (code != 0) {
            throw new RefusedException("the NameNode does not take up which DataNodes leave: " + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** {@code dfsadmin} failed. */
    public static final class RefusedException extends BigdataException {
        RefusedException(String message) {
            super(message);
        }
    }
}
