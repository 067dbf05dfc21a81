package bigdata.cli;

import bigdata.ExitStatus;
import bigdata.config.Setting;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/** Prints settings. No setting is a secret: those are files of the state folder, not keys. */
final class ConfigListing {
    private static final Setting HEAD = new Setting("KEY", "VALUE", "FROM");

    private final List<Setting> settings;
    private final PrintWriter out;

    ConfigListing(List<Setting> settings, PrintWriter out) {
        this.settings = settings;
        this.out = out;
    }

    ExitStatus table() {
        String row = "%-" + width(Setting::key) + "s  %-" + width(Setting::value) + "s  %s%n";
        out.printf(row, HEAD.key(), HEAD.value(), HEAD.source());
        settings.forEach(setting -> out.printf(row, setting.key(), setting.value(), setting.source()));
        return ExitStatus.SUCCESS;
    }

    ExitStatus json() {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(settings));
            return ExitStatus.SUCCESS;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("no JSON for " + settings, impossible);
        }
    }

    private int width(Function<Setting, String> column) {
        int widest = settings.stream().mapToInt(setting -> column.apply(setting).length()).max().orElse(0);
        return Math.max(widest, column.apply(HEAD).length());
    }
}
