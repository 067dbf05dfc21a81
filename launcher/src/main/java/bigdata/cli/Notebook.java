package bigdata.cli;

import bigdata.cluster.RunningCluster;
import bigdata.config.Project;
import bigdata.jupyter.Browser;
import bigdata.jupyter.NotebookPage;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code notebook}. */
@Command(name = "notebook", mixinStandardHelpOptions = true,
        description = {"Prints the address of the cluster's JupyterLab with its token, and opens it in a browser where there is one.",
            "Who knows the token can do on the cluster what you can."},
        footer = {"", "Example:", "  bigdata notebook --no-browser"})
final class Notebook implements Callable<Integer> {
    /** Told by the machine that runs the containers: which port it published, no container can see. */
    static final String PAGE = "--page";

    private final Project project;
    @Option(names = "--no-browser", description = "Only print.")
    private boolean noBrowser;
    @Option(names = "--new-token", description = "Make a new token: the old one and its logins end, and JupyterLab restarts with its notebooks' kernels.")
    private boolean newToken;
    @Option(names = PAGE, hidden = true, description = "Where a browser finds it.")
    private String page;
    @Spec
    private CommandSpec spec;

    Notebook(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws Exception {
        NotebookPage notebook = RunningCluster.of(project).notebook(Optional.ofNullable(page));
        if (newToken) {
            notebook.renew();
        }
        String address = notebook.address();
        spec.commandLine().getOut().println(address);
        Optional<Browser> browser = Browser.find(project.environment());
        if (!noBrowser && Terminal.watched() && browser.isPresent()) {
            browser.get().open(address, project.state().resolve("jupyter").resolve("open.html"));
        }
        return 0;
    }
}
