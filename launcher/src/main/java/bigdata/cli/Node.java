package bigdata.cli;

import bigdata.cluster.ContainerNode;
import bigdata.config.Project;
import bigdata.node.NodeProgram;
import bigdata.node.NodeRole;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code node}: runs one node in the foreground until it is told to stop. */
@Command(name = "node", mixinStandardHelpOptions = true,
        description = "Runs one node of a cluster in the foreground. `bigdata up` starts nodes by itself.",
        footer = {"", "Example:", "  bigdata node worker --name worker-2"})
final class Node implements Callable<Integer> {
    private final Project project;
    @Parameters(paramLabel = "ROLE", description = "One of: ${COMPLETION-CANDIDATES}.")
    private NodeRole role;
    @Option(names = "--name", paramLabel = "NAME", description = "What the node is called; its role by default.")
    private String name;
    @Option(names = "--container", paramLabel = "FILE", hidden = true, arity = "0..1", fallbackValue = "/run/bigdata/ready",
            description = "This is the one program of a container; FILE is there as long as the node is ready.")
    private Path container;
    @Spec
    private CommandSpec spec;

    Node(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        if (container != null) {
            new ContainerNode(project, container, spec.commandLine().getOut()).run(role);
            return 0;
        }
        new NodeProgram(project, spec.commandLine().getOut()).run(role, name == null ? role.toString() : name);
        return 0;
    }
}
