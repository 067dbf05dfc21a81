package bigdata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a finished environment says of itself, in a file that is written last. It also tells our folders from anybody else's.
 *
 * @param lock fingerprint of the lock it was installed from
 * @param pythonVersion of the interpreter, {@code 3.13.1}
 * @param interpreter the machine's Python it was made from
 */
record Marker(String lock, String pythonVersion, String interpreter) {
    private static final String FILE = "bigdata-environment";

    static Optional<Marker> of(Path folder) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(FILE));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new PythonEnvironmentException("the Python environment cannot be read", failure);
        }
        return lines.size() == 3 ? Optional.of(new Marker(lines.get(0), lines.get(1), lines.get(2))) : Optional.empty();
    }

    void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(FILE), List.of(lock, pythonVersion, interpreter));
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }
}
