package bigdata.config;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder that holds everything one cluster keeps. {@code state.json} in it says which machine and which version of the project
 * it belongs to. What cannot be used is refused with a sentence; nothing is ever deleted.
 */
public final class StateFolder {
    /** Moves when an older program could not read what a newer one left here. */
    static final int FORMAT = 1;

    private static final String IDENTITY = "state.json";
    private static final String VOLUMES = "hdfs";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The NameNode turns read-only below 100 MiB ({@code dfs.namenode.resource.du.reserved}); logs and blocks need some too. */
    private static final long NEEDED_BYTES = 256L << 20;

    private final Path path;

    private StateFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /**
     * The state folder, made (mode 0700) when there is none, for verbs that write to it: call this before anything else puts a file
     * there.
     *
     * @throws UnusableFileException when it is not a folder, not ours, not writable, full, or of another machine or version
     */
    public static StateFolder open(Project project) {
        return open(project, MachineId.thisOne(), NEEDED_BYTES);
    }

    static StateFolder open(Project project, String machine, long neededBytes) {
        Path path = project.state();
        try {
            if (!Files.isDirectory(path)) { // asked first, because Java 17 refuses a link to a folder
                Files.createDirectories(path, asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            boolean holdsOther = holdsOther(path);
            if (Files.exists(path.resolve(IDENTITY))) {
                checkIdentity(path, machine);
            } else if (holdsOther) {
                throw refusal(path, "it holds files that are not this project's; point BIGDATA_STATE to a new or empty folder");
            }
            checkWritable(path, neededBytes);
            if (!Files.exists(path.resolve(IDENTITY))) {
                AtomicFile.writePrivate(path.resolve(IDENTITY), identity(machine));
            }
            return new StateFolder(path);
        } catch (FileAlreadyExistsException file) {
            throw refusal(path, file.getFile() + " is a file, not a folder; move it away or point BIGDATA_STATE elsewhere");
        } catch (IOException failure) {
            throw new UnusableFileException(sentence(path, UnusableFileException.reason(failure)
                    + "; point BIGDATA_STATE to a folder on a disk that can be written"), failure);
        }
    }

    /**
     * The state folder for verbs that only look or stop: also on a full disk, and never made.
     *
     * @return empty when there is no cluster's state
     * @throws UnusableFileException when it is of another machine or version
     */
    public static Optional<StateFolder> existing(Project project) {
        return existing(project, MachineId.thisOne());
    }

    static Optional<StateFolder> existing(Project project, String machine) {
        Path path = project.state();
        if (!Files.exists(path.resolve(IDENTITY))) {
            return Optional.empty();
        }
        checkIdentity(path, machine);
        return Optional.of(new StateFolder(path));
    }

    /**
     * Whether files are there that are not ours. Listed before the identity is looked for, so that another process that just made
     * this folder is not taken for a stranger. In a container the volumes of HDFS are mounted before anything else is there.
     */
    private static boolean holdsOther(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).anyMatch(name -> !name.contains(IDENTITY) && !name.equals(VOLUMES));
        }
    }

    private static String identity(String machine) throws JsonProcessingException {
        return JSON.writeValueAsString(new TreeMap<>(Map.of("format", FORMAT, "machine", machine))) + "\n";
    }

    private static void checkIdentity(Path path, String machine) {
        Path file = path.resolve(IDENTITY);
        JsonNode identity;
        try {
            identity = JSON.readTree(file.toFile());
        } catch (JsonProcessingException malformed) {
            throw new UnusableFileException(sentence(path, file + " is damaged (" + malformed.getOriginalMessage()
                    + "); restore it, or delete that one file and move its content aside to begin anew"), malformed);
        } catch (IOException unreadable) {
            throw UnusableFileException.reading(file, unreadable);
        }
        int format = identity.path("format").asInt();
        if (format != FORMAT) {
            throw refusal(path, "another version of this project made it (format " + format + ", this one reads " + FORMAT
                    + "); use that version, or point BIGDATA_STATE to a new folder. Nothing was changed");
        }
        if (!identity.path("machine").asText().equals(machine)) {
            throw refusal(path, "it was made on another machine, whose processes and locks cannot be seen from here. Use it there,"
                    + " or point BIGDATA_STATE to a new folder. If no cluster runs on it any more (a copy, a machine set up"
                    + " anew), write \"machine\":\"" + machine + "\" into " + file + ". Nothing was changed");
        }
    }

    private static void checkWritable(Path path, long neededBytes) throws IOException {
        if (!Files.isWritable(path)) {
            throw refusal(path, "it cannot be written, because its disk is read-only or it belongs to another user (ls -ld shows"
                    + " whose it is); point BIGDATA_STATE to a folder that can");
        }
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < neededBytes) {
            throw refusal(path, "its disk has " + (free >> 20) + " MiB left and a cluster needs " + (neededBytes >> 20)
                    + " MiB to start; free some space or point BIGDATA_STATE to another disk. Nothing was lost");
        }
    }

    private static UnusableFileException refusal(Path path, String reason) {
        return new UnusableFileException(sentence(path, reason));
    }

    private static String sentence(Path path, String reason) {
        return "the state folder " + path + " cannot be used: " + reason;
    }
}
