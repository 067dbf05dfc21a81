package bigdata.loggen;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Folders that appear in a folder whole or not at all: they are filled under a hidden name there and then renamed. */
final class Publication implements AutoCloseable {
    private final FileSystem fileSystem;
    private final Path folder;
    private final Path staging;
    private final boolean overwrite;
    private final boolean existed;

    Publication(Path folder, boolean overwrite, Configuration configuration) throws IOException {
        this.fileSystem = folder.getFileSystem(configuration);
        this.folder = fileSystem.makeQualified(folder);
        this.staging = new Path(this.folder, ".loggen." + UUID.randomUUID());
        this.overwrite = overwrite;
        this.existed = fileSystem.exists(this.folder);
    }

    /** Where to write. */
    Path staging() {
        return staging;
    }

    /** Where the name will really be, behind every mount table. */
    Path place(String name) throws IOException {
        return new Path(resolved(folder), name);
    }

    private Path resolved(Path path) throws IOException {
        return fileSystem.exists(path) ? fileSystem.resolvePath(path) : new Path(resolved(path.getParent()), path.getName());
    }

    /** @throws JobFailure when the name exists and may not be replaced */
    void refuseExisting(String name) throws IOException {
        Path target = new Path(folder, name);
        if (!overwrite && fileSystem.exists(target)) {
            throw new JobFailure(target + " exists; name another folder, or replace it with --overwrite");
        }
    }

    /** Puts all names in their places; when one cannot be, those before it are taken back. */
    void publish(List<String> names) throws IOException {
        Deque<Move> done = new ArrayDeque<>();
        try {
            for (String name : names) {
                refuseExisting(name);
                Path target = new Path(folder, name);
                if (fileSystem.exists(target)) {
                    move(new Move(target, new Path(staging, name + ".old")), done);
                }
                move(new Move(new Path(staging, name), target), done);
            }
        } catch (IOException | JobFailure failure) {
            for (Move move : done) {
                move(new Move(move.to(), move.from()), new ArrayDeque<>());
            }
            throw failure;
        }
    }

    /** Deletes what was not published, what was replaced, and the folder itself if it is new and nothing came into it. */
    @Override
    public void close() throws IOException {
        fileSystem.delete(staging, true);
        if (!existed && fileSystem.exists(folder) && fileSystem.listStatus(folder).length == 0) {
            fileSystem.delete(folder, false);
        }
    }

    private void move(Move move, Deque<Move> done) throws IOException {
        if (!fileSystem.rename(move.from(), move.to())) {
            throw new JobFailure("could not rename " + move.from() + " to " + move.to());
        }
        done.push(move);
    }

    private record Move(Path from, Path to) {}
}
