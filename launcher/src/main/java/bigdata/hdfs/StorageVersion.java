package bigdata.hdfs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The file {@code current/VERSION} by which Hadoop marks a storage folder that is in use. */
final class StorageVersion {
    private StorageVersion() {}

    static boolean exists(Path folder) {
        return Files.exists(file(folder));
    }

    /** One of its properties, such as {@code clusterID}; empty when the folder or the property is not there. */
    static Optional<String> property(Path folder, String key) throws IOException {
        if (!exists(folder)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(folder))) {
            properties.load(reader);
        }
        return Optional.ofNullable(properties.getProperty(key));
    }

    private static Path file(Path folder) {
        return folder.resolve("current").resolve("VERSION");
    }
}
