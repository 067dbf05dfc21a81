package bigdata.deployment.compose;

import bigdata.process.ProcessEnder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command {@code docker}, as a person would give it.
 *
 * @param folder where it runs: the project's, with its {@code compose.yaml}
 * @param variables of the environment that it gets in addition to ours
 */
record Docker(Path folder, Map<String, String> variables) {
    /** Time for the client to tell the engine that it is to end what it shows. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What a command printed, and how it ended. */
    record Answer(int code, String out, String err) {
        boolean succeeded() {
            return code == 0;
        }

        List<String> lines() {
            return out.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** Whether there is such a command; asks no engine. */
    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> Files.isExecutable(Path.of(entry).resolve("docker")));
    }

    /** Runs {@code docker} with {@code words} and answers what it printed. */
    Answer ask(List<String> words) throws InterruptedException {
        try {
            Path errors = Files.createTempFile("bigdata-docker", ".err");
            try {
                Process process = builder(words).redirectError(errors.toFile()).redirectInput(Path.of("/dev/null").toFile()).start();
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(process.waitFor(), out, Files.readString(errors).strip());
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new NoEngineException("`docker` cannot be run: " + e.getMessage(), e);
        }
    }

    /** The same on our own standard input, output and error. Interrupted, it ends the command first. */
    int show(List<String> words) throws InterruptedException {
        Process process;
        try {
            process = builder(words).inheritIO().start();
        } catch (IOException e) {
            throw new NoEngineException("`docker` cannot be run: " + e.getMessage(), e);
        }
        try {
            return process.waitFor();
        } catch (InterruptedException interrupt) {
            ProcessEnder.end(List.of(process.toHandle()), GRACE);
            throw interrupt;
        }
    }

    private ProcessBuilder builder(List<String> words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(variables);
        return builder;
    }
}
