package bigdata.python;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A process of its own that installs an environment: arguments are folder, lock and interpreter. */
final class InstallingProcess {
    private InstallingProcess() {}

    public static void main(String[] arguments) {
        PrintWriter silent = new PrintWriter(OutputStream.nullOutputStream());
        new PythonEnvironment(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), silent).ensure();
    }
}
