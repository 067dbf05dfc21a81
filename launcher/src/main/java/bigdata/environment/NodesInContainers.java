package bigdata.environment;

import bigdata.cluster.Lifecycle;
import bigdata.config.Keys;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.compose.Container;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;

/**
 * Nodes in containers: the environment is part of their image, so that is built anew and they start from it. Volumes stay.
 *
 * @param asked whether a person, or {@code --yes}, agrees
 */
public record NodesInContainers(ComposeProject compose, Lifecycle cluster, Agreement asked, PrintWriter out) implements EnvironmentAddition.Nodes {
    /** Asks before a restart. */
    public interface Agreement {
        boolean given() throws IOException;
    }

    @Override
    public boolean agreed() throws IOException {
        return asked.given();
    }

    @Override
    public void install() throws InterruptedException {
        out.println("Building the image anew from its Python environment on");
        out.flush();
        if (compose.compose("build") != 0) {
            throw new NotAddedException("the image could not be built; the lines above say why.");
        }
    }

    @Override
    public void use() throws IOException, InterruptedException {
        long workers = compose.nodes().stream().filter(Container::isWorker).count();
        cluster.down();
        cluster.up(Map.of(Keys.WORKERS.name(), String.valueOf(workers)));
        out.println("Kernels of notebooks ended with the restart; open them again.");
    }
}
