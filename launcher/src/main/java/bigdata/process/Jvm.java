package bigdata.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java virtual machine of a daemon, made to start fast: a small heap, the first compiler only, and an archive of loaded
 * classes. Drivers and executors compute, so they must not use it.
 *
 * <p>Its options go through an argument file, which keeps process lists readable.
 */
public final class Jvm {
    private final Path javaHome;
    private final Path argumentFile;
    private final List<String> options = new ArrayList<>();

    /**
     * @param argumentFile written by {@link #command}; one per process
     * @param heapMib the largest heap, in MiB
     */
    public Jvm(Path javaHome, Path argumentFile, int heapMib) {
        this.javaHome = javaHome;
        this.argumentFile = argumentFile;
        options.addAll(List.of("-Xmx" + heapMib + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr"));
    }

    public Jvm option(String option) {
        options.add(option);
        return this;
    }

    public Jvm archive(ClassArchive archive) throws IOException {
        return option(archive.option());
    }

    /** The command that runs {@code mainClass}; writes the argument file. */
    public List<String> command(List<Path> classPath, String mainClass, List<String> arguments) throws IOException {
        List<String> lines = new ArrayList<>(options);
        lines.add("-cp");
        lines.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
        Files.createDirectories(argumentFile.getParent());
        Files.write(argumentFile, lines.stream().map(Jvm::quoted).toList());
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("@" + argumentFile);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** The jars of a folder in a fixed order: a class archive fits only the class path that it was recorded with. */
    public static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the jars in " + folder, e);
        }
    }

    /** Quotes as the {@code java} command's argument files ask for. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
