package bigdata.cli;

import bigdata.config.EffectiveConfig;
import bigdata.config.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code config show}. */
@Command(name = "show", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Prints every effective value and where it came from.",
            "A flag wins over an environment variable (BIGDATA_WORKERS for workers),"
                + " that over conf/cluster.properties, that over the default."},
        footer = {"", "Example: what would two workers get of this machine?", "  ./bigdata config show --workers 2"})
public final class ConfigShow implements Callable<Integer> {
    private final Project project;

    @Option(names = "--json", description = "Prints JSON: a list of objects with key, value and source.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    public ConfigShow(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() {
        EffectiveConfig effective =
                EffectiveConfig.load(project, ConfigFlags.given(spec.commandLine().getParseResult()));
        ConfigListing listing = new ConfigListing(effective.settings(), spec.commandLine().getOut());
        return (json ? listing.json() : listing.table()).code();
    }
}
