package bigdata.cli;

import bigdata.config.Project;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code env}: only holds what follows it. */
@Command(name = "env", mixinStandardHelpOptions = true, description = "The Python environment of every driver, executor and notebook.",
        footer = {"", "Example:", "  bigdata env add humanize", "  bigdata env check"})
final class Env implements Runnable {
    @Spec
    private CommandSpec spec;

    /** {@code env} and what follows it, for {@code project}. */
    static CommandLine commandLine(Project project) {
        return new CommandLine(new Env()).addSubcommand(new EnvAdd(project)).addSubcommand(new EnvCheck(project));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
