package bigdata.job;

import bigdata.ExitStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends an application, whoever started it. Our program inside Spark asks for it over Spark's own authenticated connection, with the
 * secret that it reads from {@code spark-defaults.conf}.
 */
public final class Killing {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ClientEnvironment client;
    private final PrintWriter out;

    public Killing(ClientEnvironment client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /** @throws NoSuchApplicationException when nothing of that id runs */
    public ExitStatus kill(String id) throws InterruptedException {
        Applications applications = Applications.ask(client);
        Optional<Application> target = applications.running().stream().filter(each -> each.id().equals(id)).findFirst();
        if (target.isEmpty()) {
            throw new NoSuchApplicationException(id, applications);
        }
        int code = new Foreground(client, GRACE).run(new MasterProgram(client).command("KillApplication", List.of(id)), Map.of());
        if (code == 0) {
            KillLog.in(client.logs()).add(id);
            out.println("Ended " + id + " (" + target.get().name() + " of " + target.get().user() + ").");
        }
        return code == 0 ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
    }
}
