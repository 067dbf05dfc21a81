package bigdata.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a TCP port of this machine, as far as Linux tells. */
public final class PortHolder {
    private static final String LISTEN = "0A"; // include/net/tcp_states.h

    private PortHolder() {}

    /** The process that listens on {@code port}, as {@code "java (pid 42)"}; empty when nobody does or it cannot be seen. */
    public static Optional<String> of(int port) {
        try {
            Set<String> sockets = sockets(port);
            return sockets.isEmpty() ? Optional.empty()
                    : ProcessHandle.allProcesses().filter(process -> holds(process, sockets)).findFirst().map(PortHolder::text);
        } catch (IOException noProcFileSystem) {
            return Optional.empty();
        }
    }

    private static Set<String> sockets(int port) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.trim().split("\\s+");
                if (fields.length > 9 && fields[3].equals(LISTEN) && fields[1].endsWith(":%04X".formatted(port))) {
                    inodes.add("socket:[" + fields[9] + "]");
                }
            }
        }
        return inodes;
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static String text(ProcessHandle process) {
        String command = process.info().command().map(path -> Path.of(path).getFileName().toString()).orElse("a process");
        return command + " (pid " + process.pid() + ")";
    }
}
