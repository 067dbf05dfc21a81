package bigdata.secrets;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import bigdata.config.AtomicFile;
import bigdata.config.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cluster's secrets: one file each (mode 0600) in the folder {@code secrets} (0700) of the state, made when first asked for.
 * They are for files of that mode and nothing else: no command line, environment variable, log or message.
 */
public final class Secrets {
    private static final int BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32,}");
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secrets of the cluster whose state is {@code state}. */
    public static Secrets in(Path state) {
        return new Secrets(state.resolve("secrets"));
    }

    /** What Spark's processes prove to each other ({@code spark.authenticate.secret}). */
    public String spark() {
        return named("spark");
    }

    /** Takes over the secret of a cluster that was made elsewhere. */
    public void adopt(String name, String secret) {
        try {
            Files.createDirectories(folder, asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            AtomicFile.writePrivate(folder.resolve(name), secret);
        } catch (IOException failure) {
            throw UnusableFileException.writing(folder.resolve(name), failure);
        }
    }

    /**
     * The secret called {@code name}: 256 random bits in hex, made once, the same for every process that asks.
     *
     * @throws UnusableFileException when others can read it, or the file holds no secret
     */
    public String named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a secret: " + name);
        }
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder, asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            refuseWhatOthersCanReach(folder, "700");
            if (!Files.exists(file)) {
                AtomicFile.createPrivate(file, random());
            }
            refuseWhatOthersCanReach(file, "600");
            return read(file);
        } catch (IOException failure) {
            throw UnusableFileException.reading(file, failure);
        }
    }

    /** The file of the secret called {@code name}, made when there is none: for programs that read it themselves. */
    public Path file(String name) {
        named(name);
        return folder.resolve(name);
    }

    /** Puts a new secret in the place of the one called {@code name}. */
    public void renew(String name) {
        AtomicFile.writePrivate(file(name), random());
    }

    /** Where they are, never what they are. */
    @Override
    public String toString() {
        return "Secrets[" + folder + "]";
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void refuseWhatOthersCanReach(Path path, String mode) throws IOException {
        Set<PosixFilePermission> given = EnumSet.copyOf(OF_OTHERS);
        given.retainAll(Files.getPosixFilePermissions(path));
        if (!given.isEmpty()) {
            throw new UnusableFileException("other users can reach the secret " + path
                    + "; bring the cluster down, run: chmod " + mode + " " + path
                    + " and, if somebody may have read it, delete it: the next start makes a new one");
        }
    }

    private static String read(Path file) throws IOException {
        String secret = Files.readString(file).strip();
        if (!SECRET.matcher(secret).matches()) {
            throw new UnusableFileException(file + " holds no secret (at least 32 letters, digits, - or _);"
                    + " bring the cluster down and delete it: the next start makes a new one");
        }
        return secret;
    }
}
