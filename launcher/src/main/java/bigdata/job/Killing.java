package bigdata.job;

import bigdata.ExitStatus;
import bigdata.config.Installation;
import java.io.File;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ends an application, whoever started it. The Master's page cannot: its kill button stays off. Our program inside Spark
 * asks over Spark's own authenticated connection instead, with the secret that it reads from {@code spark-defaults.conf}.
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
        Applications applications = Applications.ask(client.masterUi());
        Optional<Application> target = applications.running().stream().filter(each -> each.id().equals(id)).findFirst();
        if (target.isEmpty()) {
            throw new NoSuchApplicationException(id, applications);
        }
        int code = new Foreground(client, GRACE).run(command(id), Map.of());
        if (code == 0) {
            out.println("Ended " + id + " (" + target.get().name() + " of " + target.get().user() + ").");
        }
        return code == 0 ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
    }

    private List<String> command(String id) {
        Installation installation = client.installation();
        String classPath = installation.sparkPlugin() + File.pathSeparator + installation.sparkClassPath().stream()
                .map(Object::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(installation.javaHome().resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + Killing.class.getResource("quiet-log4j2.properties"),
                "-cp", classPath, "bigdata.spark.master.KillApplication", client.programs().sparkConf().resolve("spark-defaults.conf").toString(), id);
    }
}
