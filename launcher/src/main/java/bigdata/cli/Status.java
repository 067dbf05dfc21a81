package bigdata.cli;

import bigdata.cluster.ClusterStatus;
import bigdata.cluster.StatusReport;
import bigdata.config.Project;
import bigdata.config.StateFolder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code status}. */
@Command(name = "status", mixinStandardHelpOptions = true,
        description = {"Shows every node and service, what HDFS holds and what Spark offers.",
            "Exits with 0 when the cluster is usable, else with 1."},
        footer = {"", "Example:", "  bigdata status --json"})
final class Status implements Callable<Integer> {
    private final Project project;
    @Option(names = "--json", description = "For programs.")
    private boolean json;
    @Spec
    private CommandSpec spec;

    Status(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        StateFolder.existing(project);
        ClusterStatus status = ClusterStatus.of(project.state());
        if (json) {
            spec.commandLine().getOut().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            new StatusReport(status).print(spec.commandLine().getOut());
        }
        return status.state().equals(ClusterStatus.USABLE) ? 0 : 1;
    }
}
