package bigdata.cli;

import bigdata.config.Key;
import bigdata.config.Keys;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The keys of the configuration as flags of a verb, so that a new key is a new flag. */
final class ConfigFlags {
    private ConfigFlags() {}

    static void addTo(CommandLine verb) {
        for (Key<?> key : Keys.ALL) {
            OptionSpec.Builder option = OptionSpec.builder(key.flag());
            if (key.isSwitch()) {
                option.arity("0..1").fallbackValue("on"); // `--connect` says enough
            }
            verb.getCommandSpec().addOption(option
                    .paramLabel(key.name().substring(key.name().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
                    .type(String.class)
                    .description(key.description())
                    .build());
        }
    }

    /** The values given, by key, as {@link bigdata.config.EffectiveConfig#load} takes them. */
    static Map<String, String> given(ParseResult parsed) {
        Map<String, String> given = new HashMap<>();
        for (Key<?> key : Keys.ALL) {
            String value = parsed.matchedOptionValue(key.flag(), null);
            if (value != null) {
                given.put(key.name(), value);
            }
        }
        return given;
    }
}
