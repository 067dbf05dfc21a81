package bigdata.cli;

import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.versions.ClientVersions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code connect-url}: the URL alone on standard output, for `$(…)`; what a client needs on standard error. */
@Command(name = "connect-url", mixinStandardHelpOptions = true,
        description = {"Prints the URL, with its token, by which programs of this machine connect to Spark Connect (`up --connect`).",
            "Who knows the token can do on the cluster what you can."},
        footer = {"", "Example:", "  export SPARK_REMOTE=$(bigdata connect-url)"})
final class ConnectUrl implements Callable<Integer> {
    /** Told by the machine that runs the containers: which port it published, no container can see. */
    static final String PORT = "--port";
    /** The port when it published none. */
    static final String NONE = "0";

    private final Project project;
    @Option(names = PORT, hidden = true, description = "Where clients of the engine's machine find it.")
    private Integer port;
    @Spec
    private CommandSpec spec;

    ConnectUrl(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        RunningCluster cluster = RunningCluster.of(project);
        String url = cluster.connect(Optional.ofNullable(port)).url();
        spec.commandLine().getErr().println("bigdata: " + ClientVersions.of(project, cluster.manifest().installation()).sentence());
        spec.commandLine().getOut().println(url);
        return 0;
    }
}
