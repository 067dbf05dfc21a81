package bigdata.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Runs one program of an installation, with progress for a person and, when it fails, its last words in the error. */
final class InstallStep {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int LAST_WORDS = 12;
    /** They would lead a fresh environment's Python to libraries of another one. */
    private static final Set<String> FOREIGN = Set.of("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "CONDA_PREFIX");

    private final Path log;
    private final PrintWriter progress;
    private final Downloads downloads = new Downloads();

    /**
     * @param log file for all that the program writes
     * @param progress for a person
     */
    InstallStep(Path log, PrintWriter progress) {
        this.log = log;
        this.progress = progress;
    }

    void run(Map<String, String> settings, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(FOREIGN);
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            follow(process);
        } catch (InterruptedException interrupt) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new PythonEnvironmentException("interrupted; the next command that needs Python installs it again");
        }
        if (process.exitValue() != 0) {
            throw new PythonEnvironmentException("the Python environment could not be installed (%s ended with %d):%n%s%n%s".formatted(
                    Path.of(command.get(0)).getFileName(), process.exitValue(), lastWords(),
                    "Nothing was changed. The next command that needs it begins again, with what was downloaded so far."));
        }
    }

    private void follow(Process process) throws IOException, InterruptedException {
        try (BufferedReader written = Files.newBufferedReader(log)) {
            Instant told = Instant.now();
            boolean ended;
            do {
                ended = process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (tell(written)) {
                    told = Instant.now();
                } else if (!ended && Duration.between(told, Instant.now()).compareTo(SILENCE) > 0) {
                    progress.println("  " + downloads.state());
                    told = Instant.now();
                }
            } while (!ended);
        }
    }

    private boolean tell(BufferedReader written) throws IOException {
        boolean anything = false;
        for (String line = written.readLine(); line != null; line = written.readLine()) {
            var news = downloads.after(line);
            news.ifPresent(text -> progress.println("  " + text));
            anything |= news.isPresent();
        }
        return anything;
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }
}
