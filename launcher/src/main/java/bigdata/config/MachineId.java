package bigdata.config;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells machines apart. */
final class MachineId {
    private static final List<Path> IDS = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private MachineId() {}

    /** systemd's machine id where there is one, else the host name; as a hash, because machine-id(5) asks not to spread it. */
    static String thisOne() {
        try {
            for (Path file : IDS) {
                if (Files.isReadable(file) && Files.size(file) > 0) {
                    return hash(Files.readString(file).strip());
                }
            }
            return hash(InetAddress.getLocalHost().getHostName());
        } catch (IOException failure) {
            throw new UnusableFileException("cannot tell which machine this is: " + UnusableFileException.reason(failure)
                    + "; give it a host name that it can resolve", failure);
        }
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(("bigdata " + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
