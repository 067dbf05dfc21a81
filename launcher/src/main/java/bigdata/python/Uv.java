package bigdata.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that resolves and installs.
 *
 * @param program its file
 */
public record Uv(Path program) {
    /**
     * How a run ended.
     *
     * @param words all that it wrote
     */
    public record Answer(int code, String words) {
        public boolean succeeded() {
            return code == 0;
        }
    }

    /** Runs it in a folder, with the settings of an installation; it is ended when this thread is interrupted. */
    public Answer run(Path folder, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(InstallSettings.beside(System.getenv()));
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), written);
        } finally {
            process.destroy();
        }
    }
}
