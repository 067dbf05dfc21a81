package bigdata.hdfs;

import java.nio.file.Path;

/** Where HDFS lies on this machine's disk. */
public final class HdfsFolders {
    private HdfsFolders() {}

    /** Everything that HDFS keeps. */
    public static Path top(Path state) {
        return state.resolve("hdfs");
    }

    static Path name(Path state) {
        return top(state).resolve("name");
    }

    /** The folder with a slot for each DataNode of this machine. */
    static Path data(Path state) {
        return top(state).resolve("data");
    }
}
