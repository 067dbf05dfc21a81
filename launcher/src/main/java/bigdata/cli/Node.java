package bigdata.cli;

import bigdata.cluster.ContainerNode;
import bigdata.config.Project;
import bigdata.join.JoinRequest;
import bigdata.join.Joining;
import bigdata.node.NodeProgram;
import bigdata.node.NodeRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code node}: runs one node in the foreground until it is told to stop. */
@Command(name = "node", mixinStandardHelpOptions = true,
        description = "Runs one node of a cluster in the foreground. `bigdata up` starts nodes by itself.",
        footer = {"", "Examples:", "  bigdata node worker --name worker-2",
            "  bigdata node worker --master 10.1.0.1 --join token    this machine joins the cluster of another one"})
final class Node implements Callable<Integer> {
    private final Project project;
    @Parameters(paramLabel = "ROLE", description = "One of: ${COMPLETION-CANDIDATES}.")
    private NodeRole role;
    @Option(names = "--name", paramLabel = "NAME", description = "What the node is called; by default its role or, when it joins, worker-HOST.")
    private String name;
    @Option(names = "--container", paramLabel = "FILE", hidden = true, arity = "0..1", fallbackValue = "/run/bigdata/ready",
            description = "This is the one program of a container; FILE is there as long as the node is ready.")
    private Path container;
    @ArgGroup(exclusive = false)
    private JoinOptions join;
    @Spec
    private CommandSpec spec;

    Node(Project project) {
        this.project = project;
    }

    private static final class JoinOptions {
        @Option(names = "--join", paramLabel = "FILE", required = true,
                description = "Joins the cluster of another machine, with the file that `bigdata join-token FILE` wrote there.")
        private Path file;
        @Option(names = "--master", paramLabel = "HOST", description = "The master of that cluster; checked against the file.")
        private String master;
        @Option(names = "--bind", paramLabel = "ADDRESS",
                description = "What the worker listens on; by default this machine's address on the way to the master.")
        private String bind;
    }

    @Override
    public Integer call() throws Exception {
        if (container != null) {
            new ContainerNode(project, container, spec.commandLine().getOut()).run(role);
            return 0;
        }
        if (join != null) {
            join(role);
            return 0;
        }
        new NodeProgram(project, spec.commandLine().getOut()).run(role, name == null ? role.toString() : name);
        return 0;
    }

    private void join(NodeRole role) throws IOException, InterruptedException {
        if (role != NodeRole.WORKER) {
            throw new ParameterException(spec.commandLine(), "only a worker can join a cluster: bigdata node worker --join " + join.file);
        }
        new Joining(project, spec.commandLine().getOut()).run(
                new JoinRequest(join.file, Optional.ofNullable(join.master), Optional.ofNullable(name), Optional.ofNullable(join.bind)));
    }
}
