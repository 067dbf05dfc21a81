package bigdata.job;

import bigdata.BigdataException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the Spark Master to let workers leave in good order, over Spark's own authenticated connection. */
public final class WorkerDecommission {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ClientEnvironment client;

    public WorkerDecommission(ClientEnvironment client) {
        this.client = client;
    }

    /** @param ids of workers that are alive */
    public void begin(List<String> ids) throws InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new Foreground(client, GRACE).run(new MasterProgram(client).command("DecommissionWorkers", ids), Map.of(), said, said);
        if (code != 0) {
            throw new RefusedException("the Spark Master was not told that workers leave: " + said.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** The Master could not be told. */
    public static final class RefusedException extends BigdataException {
        RefusedException(String message) {
            super(message);
        }
    }
}
