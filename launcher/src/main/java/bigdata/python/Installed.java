package bigdata.python;

import java.nio.file.Path;

/**
 * A Python environment that is whole.
 *
 * @param folder the environment's top folder
 * @param python its interpreter
 * @param sparkHome the Spark distribution in it; only the cluster's own environment has one
 * @param pythonVersion of the interpreter when this was installed, {@code 3.13.1}
 */
public record Installed(Path folder, Path python, Path sparkHome, String pythonVersion) {
    static Installed in(Path folder, String pythonVersion) {
        Path packages = packages(folder, pythonVersion);
        return new Installed(folder, interpreter(folder), packages.resolve("pyspark"), pythonVersion);
    }

    static Path interpreter(Path folder) {
        return folder.resolve("bin").resolve("python");
    }

    /** Where its libraries lie. */
    public Path packages() {
        return packages(folder, pythonVersion);
    }

    /** A program that a library brought, for instance {@code jupyter} or {@code uv}. */
    public Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Path packages(Path folder, String version) {
        return folder.resolve("lib").resolve("python" + Interpreter.minor(version)).resolve("site-packages");
    }
}
