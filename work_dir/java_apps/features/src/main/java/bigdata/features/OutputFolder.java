package bigdata.features;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder that appears whole or not at all: it is filled beside its place, under a hidden name, and then renamed. */
final class OutputFolder implements AutoCloseable {
    private final FileSystem fileSystem;
    private final Path target;
    private final Path staging;
    private final boolean overwrite;

    /** @throws JobFailure when the target exists and may not be replaced */
    OutputFolder(Path target, boolean overwrite, Configuration configuration) throws IOException {
        this.fileSystem = target.getFileSystem(configuration);
        this.target = fileSystem.makeQualified(target);
        this.overwrite = overwrite;
        this.staging = beside("new");
        refuseExisting();
    }

    /** Where to write; the folder exists. */
    Path staging() {
        return staging;
    }

    void create() throws IOException {
        fileSystem.mkdirs(staging);
    }

    /** Puts the staged folder in its place, with {@code _SUCCESS}. What stood there before is deleted only then. */
    void publish() throws IOException {
        fileSystem.create(new Path(staging, "_SUCCESS"), true).close();
        refuseExisting();
        Path old = beside("old");
        boolean replaced = fileSystem.exists(target);
        if (replaced) {
            rename(target, old);
        }
        try {
            rename(staging, target);
        } catch (IOException | JobFailure failure) {
            if (replaced) {
                rename(old, target);
            }
            throw failure;
        }
        if (replaced) {
            fileSystem.delete(old, true);
        }
    }

    /** Deletes what was staged and not published. */
    @Override
    public void close() throws IOException {
        fileSystem.delete(staging, true);
    }

    private void refuseExisting() throws IOException {
        if (!overwrite && fileSystem.exists(target)) {
            throw new JobFailure(target + " exists; name another output, or replace it with --overwrite");
        }
    }

    private Path beside(String suffix) {
        return new Path(target.getParent(), "." + target.getName() + "." + UUID.randomUUID() + "." + suffix);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!fileSystem.rename(from, to)) {
            throw new JobFailure("could not rename " + from + " to " + to);
        }
    }
}
