package bigdata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What an environment holds, to the byte: a requirements file with the hash of every package. */
record LockFile(Path path) {
    /** Two locks with the same fingerprint give the same environment. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
        } catch (IOException failure) {
            throw new PythonEnvironmentException("the lock of the Python environment cannot be read", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The requirement of one package with its hashes, for tools that install just that one. */
    String only(String packageName) {
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (IOException failure) {
            throw new PythonEnvironmentException("the lock of the Python environment cannot be read", failure);
        }
        String requirement = lines.stream()
                .dropWhile(line -> !line.startsWith(packageName + "=="))
                .takeWhile(line -> line.startsWith(packageName + "==") || line.startsWith(" "))
                .collect(Collectors.joining("\n", "", "\n"));
        if (requirement.isBlank()) {
            throw new PythonEnvironmentException(path + " locks no " + packageName + "; docs/developing.md says how it is made");
        }
        return requirement;
    }
}
