package bigdata.jupyter;

import bigdata.config.Topology;
import bigdata.readiness.Waiter;
import bigdata.secrets.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way into JupyterLab of a running cluster. */
public final class NotebookPage {
    private static final Waiter WAITER = new Waiter(Duration.ofSeconds(60), Duration.ofMillis(200));

    private final JupyterSettings settings;
    private final JupyterServer server;
    private final Secrets secrets;

    /** @throws JupyterIsOffException when this cluster has none */
    public NotebookPage(JupyterSettings settings, Topology topology, Secrets secrets) {
        if (!settings.on()) {
            throw new JupyterIsOffException();
        }
        this.settings = settings;
        this.server = new JupyterServer(settings.server(topology, ""));
        this.secrets = secrets;
    }

    /**
     * The address with the token: whoever knows it can do what the cluster's user can.
     *
     * @throws bigdata.readiness.NotReadyInTime when JupyterLab does not answer
     */
    public String address() throws InterruptedException {
        String token = secrets.named(JupyterLab.TOKEN);
        WAITER.await("JupyterLab", server.answers(token), Optional::empty, reason -> {});
        return settings.lab() + "?token=" + token;
    }

    /** Notebooks whose kernels run, by their paths; none when it does not answer. */
    public List<String> open() {
        try {
            return server.sessions(secrets.named(JupyterLab.TOKEN));
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Makes a new token. Who entered with the old one is out, and what runs in notebooks ends: JupyterLab is started anew. */
    public void renew() throws InterruptedException {
        String old = secrets.named(JupyterLab.TOKEN);
        WAITER.await("JupyterLab", server.answers(old), Optional::empty, reason -> {});
        secrets.renew(JupyterLab.COOKIES);
        secrets.renew(JupyterLab.TOKEN);
        try {
            server.end(old);
        } catch (IOException e) {
            throw new TokenNotInUseException(e);
        }
    }
}
