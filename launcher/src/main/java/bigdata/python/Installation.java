package bigdata.python;

import bigdata.process.FolderDeletion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One installation, in a folder beside the environment's own that it is renamed from. */
final class Installation {
    /** Measured on Linux x86-64 with nothing cached; uv's cache and the environment share their files. */
    private static final String SIZE = "about 1.1 GB to download and 4.3 GB on disk unless cached";

    private static final String STAGING = ".installing.";

    private final Path folder;
    private final Path staging;
    private final LockFile lock;
    private final Interpreter interpreter;
    private final PrintWriter progress;
    private final Optional<Installed> base;

    Installation(Path folder, LockFile lock, Interpreter interpreter, PrintWriter progress, Optional<Installed> base) {
        this.folder = folder;
        this.staging = folder.resolveSibling(folder.getFileName() + STAGING + ProcessHandle.current().pid());
        this.lock = lock;
        this.interpreter = interpreter;
        this.progress = progress;
        this.base = base;
    }

    void run(Marker marker) throws IOException {
        progress.println(base.isPresent()
                ? "Installing the test tools in " + folder
                : "Installing the Python environment in " + folder + " (" + SIZE + ")");
        clearWhatOthersLeft();
        Files.createDirectories(staging);
        Path uv = base.isPresent() ? base.get().program("uv") : fetchUv();
        Path environment = staging.resolve("environment");
        step(uv.toString(), "venv", "--relocatable", "--python", interpreter.path().toString(), environment.toString());
        step(uv.toString(), "pip", "sync", "--require-hashes", "--build-constraints", lock.path().toString(),
                "--python", Installed.interpreter(environment).toString(), lock.path().toString());
        if (base.isPresent()) {
            // Python adds the folders that such a file names to what it searches.
            Path packages = Installed.in(environment, marker.pythonVersion()).packages();
            Files.writeString(packages.resolve("base.pth"), base.get().packages() + "\n");
        }
        marker.writeTo(environment);
        replace(environment);
        progress.println("The Python environment is ready: " + folder);
    }

    /** The name has the process in it: a uv that outlived a killed installation must not write into this one. */
    private void clearWhatOthersLeft() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder.getParent(), folder.getFileName() + STAGING + "*")) {
            for (Path interrupted : left) {
                FolderDeletion.of(interrupted);
            }
        }
    }

    private void replace(Path environment) throws IOException {
        if (Files.exists(folder)) {
            Files.move(folder, staging.resolve("replaced"));
        }
        Files.move(environment, folder);
        FolderDeletion.of(staging);
    }

    /** uv comes as a package of the lock, so that its hash is checked like every other. */
    private Path fetchUv() throws IOException {
        Path tools = staging.resolve("tools");
        step(interpreter.path().toString(), "-m", "venv", tools.toString());
        Path requirement = Files.writeString(staging.resolve("uv.txt"), lock.only("uv"));
        step(tools.resolve("bin").resolve("pip").toString(), "install", "--quiet", "--disable-pip-version-check",
                "--require-hashes", "--requirement", requirement.toString());
        return tools.resolve("bin").resolve("uv");
    }

    private void step(String... command) throws IOException {
        new InstallStep(staging.resolve("install.log"), progress).run(InstallSettings.beside(System.getenv()), List.of(command));
    }
}
