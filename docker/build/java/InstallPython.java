import bigdata.python.PythonEnvironment;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Installs the image's Python environment with the launcher's own installer: {@code java InstallPython LOCK FOLDER INTERPRETER}. */
final class InstallPython {
    private InstallPython() {}

    public static void main(String[] arguments) {
        new PythonEnvironment(Path.of(arguments[1]), Path.of(arguments[0]), Path.of(arguments[2]), new PrintWriter(System.out, true))
                .ensure();
    }
}
