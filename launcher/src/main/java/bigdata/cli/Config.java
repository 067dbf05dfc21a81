package bigdata.cli;

import bigdata.config.Project;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code config}: only holds what follows it. */
@Command(name = "config", mixinStandardHelpOptions = true, description = "Shows the configuration.")
final class Config implements Runnable {
    @Spec
    private CommandSpec spec;

    /** {@code config} and {@code config show}, for {@code project}. */
    static CommandLine commandLine(Project project) {
        CommandLine show = new CommandLine(new ConfigShow(project));
        ConfigFlags.addTo(show);
        return new CommandLine(new Config()).addSubcommand(show);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
