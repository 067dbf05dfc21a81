package bigdata.environment;

import bigdata.cluster.NoClusterException;
import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.config.Topology;
import bigdata.jupyter.JupyterIsOffException;
import bigdata.python.PythonEnvironment;
import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Nodes of this machine, which use one folder, and those that joined from others. Programs that run keep the files that they opened;
 * the folder is replaced at once, so that none finds half of it.
 */
public record NodesHere(Project project, Path environment, PrintWriter out) implements EnvironmentAddition.Nodes {
    @Override
    public boolean agreed() {
        return true;
    }

    @Override
    public void install() {
        PythonEnvironment.of(project, environment, out).ensure();
    }

    @Override
    public void use() {
        running().ifPresent(running -> {
            List<String> notebooks = notebooks(running);
            if (!notebooks.isEmpty()) {
                out.println("Restart the kernels of " + String.join(", ", notebooks) + ": they began with the libraries of before.");
            }
            elsewhere(running.manifest().topology()).forEach(worker -> out.println("On the machine of " + worker
                    + " copy work_dir/pyproject.toml and the requirements*.txt beside it into the project, and start its node again."));
        });
    }

    private Optional<RunningCluster> running() {
        try {
            return Optional.of(RunningCluster.of(project));
        } catch (NoClusterException down) {
            return Optional.empty();
        }
    }

    private static List<String> notebooks(RunningCluster cluster) {
        try {
            return cluster.notebook(Optional.empty()).open();
        } catch (JupyterIsOffException none) {
            return List.of();
        }
    }

    private List<String> elsewhere(Topology topology) {
        try {
            return MasterJson.read(SparkPages.of(topology, project.state())).workers().stream().filter(worker -> !worker.host().equals(topology.host()))
                    .map(worker -> worker.node() + " (" + worker.host() + ")").toList();
        } catch (IOException silent) {
            return List.of();
        }
    }
}
