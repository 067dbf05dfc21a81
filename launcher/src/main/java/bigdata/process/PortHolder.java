package bigdata.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
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
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Set<String> sockets(int port) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (Path table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            if (!Files.exists(table)) { // a kernel without IPv6
                continue;
            }
            for (String line : Files.readAllLines(table)) {
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
                if (sockets.contains(target(file))) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException notOursOrGone) {
            return false;
        }
    }

    /** Empty for a file that the process has closed by now. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String text(ProcessHandle process) {
        String command = process.info().command().map(path -> Path.of(path).getFileName().toString()).orElse("a process");
        return command + " (pid " + process.pid() + ")";
    }
}
