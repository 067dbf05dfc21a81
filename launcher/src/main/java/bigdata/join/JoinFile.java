package bigdata.join;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import bigdata.config.AtomicFile;
import bigdata.config.Topology;
import bigdata.config.UnusableFileException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * All that a worker of another machine must know to join: written where the cluster is up, carried there, of mode 0600 because
 * it holds the secret that makes a machine a member.
 *
 * @param format moves when an older program could not read it
 * @param topology where the master's services answer
 * @param hdfs the file system's cluster id
 * @param user HDFS's superuser; its DataNodes say that they are
 * @param python the folder of the Python environment, from which the cluster's programs start executors' Python
 * @param secret what Spark's processes prove to each other
 */
record JoinFile(int format, Topology topology, String hdfs, String user, String python, MemberVersions versions, String secret) {
    static final int FORMAT = 1;
    private static final Set<PosixFilePermission> PRIVATE = EnumSet.of(OWNER_READ, OWNER_WRITE);
    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path file) {
        try {
            AtomicFile.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of strings and numbers is JSON", impossible);
        }
    }

    /** @throws JoinRefused when it is none, others can read it, or another version of the project wrote it */
    static JoinFile read(Path file) {
        try {
            if (!PRIVATE.containsAll(Files.getPosixFilePermissions(file))) {
                throw new JoinRefused("others than its owner can reach " + file + ", which holds the cluster's secret; run: chmod 600 " + file
                        + " and, if somebody may have read it, replace the secret as docs/operating.md says");
            }
            JoinFile read = JSON.readValue(file.toFile(), JoinFile.class);
            if (read.format != FORMAT) {
                throw new JoinRefused(file + " was written by another version of this project (format " + read.format + ", this one reads "
                        + FORMAT + "); check out the version that the cluster runs");
            }
            return read;
        } catch (JsonProcessingException malformed) {
            throw new JoinRefused(file + " is no file of `bigdata join-token`; write one where the cluster is up", malformed);
        } catch (NoSuchFileException missing) {
            throw new JoinRefused(file + " does not exist; `bigdata join-token FILE` writes it where the cluster is up", missing);
        } catch (IOException failure) {
            throw UnusableFileException.reading(file, failure);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "JoinFile[" + topology.host() + ", " + hdfs + "]";
    }
}
