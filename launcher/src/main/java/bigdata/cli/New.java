package bigdata.cli;

import bigdata.config.EffectiveConfig;
import bigdata.config.Project;
import bigdata.python.Installed;
import bigdata.python.PythonEnvironment;
import bigdata.template.NewApplication;
import bigdata.template.Template;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code new}. */
@Command(name = "new", mixinStandardHelpOptions = true,
        description = {"Creates an application in work_dir that builds, is tested and runs on the cluster as it is, and prints the commands"
            + " that do so. Needs no cluster."},
        footer = {"", "Example:", "  bigdata new scala plays-per-region"})
final class New implements Callable<Integer> {
    private final Project project;

    @Parameters(index = "0", paramLabel = "KIND", description = "Its language: ${COMPLETION-CANDIDATES}.")
    private Template template;

    @Parameters(index = "1", paramLabel = "NAME", description = "Letters, digits and hyphens; names of folder, jar, package and class follow from it.")
    private String name;

    @Spec
    private CommandSpec spec;

    New(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        Path environment = EffectiveConfig.load(project, Map.of()).config().pythonEnvironment();
        Path python = PythonEnvironment.of(project, environment, spec.commandLine().getErr()).check().map(Installed::python)
                .orElse(Path.of(System.getProperty("bigdata.python", "")));
        return new NewApplication(project, python, spec.commandLine().getOut()).create(template, name).code();
    }
}
