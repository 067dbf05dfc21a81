package bigdata.jupyter;

import bigdata.config.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person's browser.
 *
 * @param command opens a file
 */
public record Browser(String command) {
    /** The one of this machine; empty where there is none, or nothing to show it on. */
    public static Optional<Browser> find(Map<String, String> environment) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean display = mac || environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        String command = mac ? "open" : "xdg-open";
        return display && List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))) ? Optional.of(new Browser(command)) : Optional.empty();
    }

    /**
     * Opens a page and returns. The address, which holds a token, goes through a private file: process lists show commands.
     *
     * @param file written for it
     */
    public void open(String address, Path file) throws IOException {
        AtomicFile.writePrivate(file, "<!doctype html><meta http-equiv=\"refresh\" content=\"0; url=" + address + "\">\n");
        new ProcessBuilder(command, file.toString()).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
    }
}
