package bigdata.cli;

import bigdata.config.Project;
import bigdata.node.NodeProgram;
import bigdata.node.NodeRole;
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
    @Spec
    private CommandSpec spec;

    Node(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        new NodeProgram(project, spec.commandLine().getOut()).run(role, name == null ? role.toString() : name);
        return 0;
    }
}
