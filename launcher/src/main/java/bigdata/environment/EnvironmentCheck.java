package bigdata.environment;

import bigdata.config.Project;
import bigdata.config.Topology;
import bigdata.spark.MasterJson;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The application that imports every library on every node, {@code workbench/environment/check.py}.
 *
 * @param program its file
 * @param pyproject which libraries there shall be
 * @param workers names of the nodes that have one
 */
public record EnvironmentCheck(Path program, Path pyproject, List<String> workers) {
    public EnvironmentCheck {
        workers = List.copyOf(workers);
    }

    /**
     * For the workers that are registered now.
     *
     * @throws NoWorkersException when there are none, or the Master does not tell
     */
    public static EnvironmentCheck of(Project project, Topology topology) {
        List<String> workers = workers(SparkPages.of(topology, project.state()));
        if (workers.isEmpty()) {
            throw new NoWorkersException("no worker is registered at the Spark Master; `bigdata status` tells why.");
        }
        return new EnvironmentCheck(project.home().resolve("workbench/src/workbench/environment/check.py"),
                project.home().resolve("work_dir/pyproject.toml"), workers);
    }

    private static List<String> workers(SparkPages pages) {
        try {
            return MasterJson.read(pages).workers().stream().map(MasterJson.Worker::node).sorted().toList();
        } catch (IOException silent) {
            throw new NoWorkersException("the Spark Master does not answer (" + silent.getMessage() + "); `bigdata status` tells more.");
        }
    }

    /**
     * The spark-submit command line: executors of one core, which the Master spreads over the workers, as many at once as there are
     * workers. A barrier takes no dynamic allocation; one that cannot be had fails after half a minute instead of ten.
     */
    public List<String> submitArguments() {
        List<String> words = new ArrayList<>(List.of("--name", "env-check",
                "--conf", "spark.dynamicAllocation.enabled=false",
                "--conf", "spark.cores.max=" + workers.size(),
                "--conf", "spark.executor.cores=1",
                "--conf", "spark.executor.memory=512m",
                "--conf", "spark.scheduler.barrier.maxConcurrentTasksCheck.interval=1s",
                "--conf", "spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures=30",
                program.toString(), pyproject.toString()));
        words.addAll(workers);
        return words;
    }
}
