package bigdata.python;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Lets one process at a time install an environment; the operating system releases it when that process ends, however it ends. */
final class InstallLock {
    private InstallLock() {}

    /** Does the work once no other process installs into the folder. */
    static <T> T holding(Path folder, PrintWriter progress, Supplier<T> work) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    progress.println("Another bigdata is installing into " + folder + "; waiting for it");
                    channel.lock();
                }
                return work.get();
            }
        } catch (IOException failure) {
            throw new PythonEnvironmentException("the Python environment cannot be installed: no lock on " + file, failure);
        }
    }
}
