package bigdata.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine's Python, from which environments are made.
 *
 * @param path its executable; empty when the machine has none that is supported
 */
record Interpreter(Path path) {
    private static final String ABSENT = "there is no Python 3.11, 3.12 or 3.13 with venv on this machine. Install one: "
            + "sudo apt-get install python3 python3-venv, sudo dnf install python3.13, or brew install python@3.13";

    boolean isPresent() {
        return Files.isExecutable(path) && Files.isRegularFile(path);
    }

    void require() {
        if (!isPresent()) {
            throw new PythonEnvironmentException(ABSENT);
        }
    }

    /** Asks it, so this costs a process. */
    String version() {
        require();
        List<String> command = List.of(path.toString(), "-c", "import platform; print(platform.python_version())");
        try {
            Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int code = asked.waitFor();
            if (code != 0 || !answer.matches("\\d+\\.\\d+\\.\\S+")) {
                throw new PythonEnvironmentException(path + " does not tell its version (exit code " + code + "): " + answer);
            }
            return answer;
        } catch (IOException failure) {
            throw new PythonEnvironmentException(path + " cannot be started", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new PythonEnvironmentException("interrupted while asking " + path + " for its version");
        }
    }

    /** {@code 3.13} of {@code 3.13.1}: what libraries are built for. */
    static String minor(String version) {
        return version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    }
}
