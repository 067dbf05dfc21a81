package bigdata.python;

import bigdata.config.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Python environment that holds exactly what its lock says. It is built beside its folder and renamed into place, so that a
 * folder with a marker is whole and an interrupted or failed installation leaves what was there.
 */
public final class PythonEnvironment {
    private final Path folder;
    private final LockFile lock;
    private final Interpreter interpreter;
    private final PrintWriter progress;
    private final Optional<Installed> base;

    /**
     * @param folder where it is or shall be; its parent must allow writing
     * @param lock requirements with hashes, uv among them
     * @param interpreter the machine's Python 3.11 to 3.13; an empty path when there is none, an error only if it is needed
     * @param progress for a person, while it installs
     */
    public PythonEnvironment(Path folder, Path lock, Path interpreter, PrintWriter progress) {
        this(folder, lock, interpreter, progress, Optional.empty());
    }

    private PythonEnvironment(Path folder, Path lock, Path interpreter, PrintWriter progress, Optional<Installed> base) {
        this.folder = folder.toAbsolutePath().normalize();
        this.lock = new LockFile(lock);
        this.interpreter = new Interpreter(interpreter);
        this.progress = progress;
        this.base = base;
    }

    /** The cluster's environment: the project's lock and the Python that the command {@code bigdata} found. */
    public static PythonEnvironment of(Project project, Path folder, PrintWriter progress) {
        Path lock = project.home().resolve("work_dir").resolve("requirements.txt");
        return new PythonEnvironment(folder, lock, Path.of(System.getProperty("bigdata.python", "")), progress);
    }

    /** Another environment of the same Python, with a lock of its own, whose programs also see all libraries of {@code base}. */
    public static PythonEnvironment above(Installed base, Path folder, Path lock, PrintWriter progress) {
        return new PythonEnvironment(folder, lock, base.python(), progress, Optional.of(base));
    }

    /** Two environments with the same hold the same libraries. */
    public String fingerprint() {
        return lock.fingerprint();
    }

    /** {@code 3.13}: of the Python that it has, or would be made from. */
    public String minorVersion() {
        return Interpreter.minor(usable().map(Installed::pythonVersion).orElseGet(interpreter::version));
    }

    /** The environment if it is whole and of this lock. Starts no process and changes nothing. */
    public Optional<Installed> check() {
        return marker()
                .map(marker -> Installed.in(folder, marker.pythonVersion()))
                .filter(installed -> Files.isExecutable(installed.python()));
    }

    /**
     * Installs it unless it is there. Two processes at once: one installs, the other waits.
     *
     * @throws PythonEnvironmentException with uv's last words; the folder is as it was
     */
    public Installed ensure() {
        Optional<Installed> ready = usable();
        if (ready.isPresent()) {
            return ready.get();
        }
        return InstallLock.holding(folder, progress, () -> usable().orElseGet(this::install));
    }

    private Optional<Marker> marker() {
        return Marker.of(folder).filter(marker -> marker.lock().equals(lock.fingerprint()));
    }

    /** Like {@link #check}, and made from an interpreter of the version that the machine has now. */
    private Optional<Installed> usable() {
        return check().filter(installed -> base.isPresent() ? isAboveBase(installed) : isOfInterpreter(installed));
    }

    private boolean isAboveBase(Installed installed) {
        return marker().orElseThrow().interpreter().equals(interpreter.path().toString())
                && Interpreter.minor(installed.pythonVersion()).equals(Interpreter.minor(base.get().pythonVersion()));
    }

    private boolean isOfInterpreter(Installed installed) {
        return !interpreter.isPresent()
                || marker().orElseThrow().interpreter().equals(interpreter.path().toString())
                || Interpreter.minor(installed.pythonVersion()).equals(Interpreter.minor(interpreter.version()));
    }

    private Installed install() {
        interpreter.require();
        try {
            if (Folders.holdsAnything(folder) && !Marker.isIn(folder)) {
                throw new PythonEnvironmentException(folder + " holds something that bigdata did not install. Empty it, or name"
                        + " another folder with the setting python.environment.");
            }
            Marker marker = new Marker(lock.fingerprint(), interpreter.version(), interpreter.path().toString());
            new Installation(folder, lock, interpreter, progress, base).run(marker);
            return Installed.in(folder, marker.pythonVersion());
        } catch (IOException failure) {
            throw new PythonEnvironmentException("the Python environment could not be installed in " + folder, failure);
        }
    }
}
