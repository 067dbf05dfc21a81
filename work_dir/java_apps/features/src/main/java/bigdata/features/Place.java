package bigdata.features;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where a path really is, behind the default file system and every mount table. */
final class Place {
    private Place() {}

    /** The resolved path; what does not exist yet (an output, a glob) is resolved as far as its nearest existing parent. */
    static Path of(Path path, Configuration configuration) throws IOException {
        FileSystem fileSystem = path.getFileSystem(configuration);
        Path existing = fileSystem.makeQualified(path);
        if (fileSystem.exists(existing)) {
            return fileSystem.resolvePath(existing);
        }
        if (existing.getParent() == null) {
            throw new FileNotFoundException(path + " has no existing parent");
        }
        return new Path(of(existing.getParent(), configuration), existing.getName());
    }

    /** Whether one of two resolved places is the other or lies within it. */
    static boolean overlap(Path one, Path other) {
        String first = one + "/";
        String second = other + "/";
        return first.startsWith(second) || second.startsWith(first);
    }
}
