package bigdata.job;

import bigdata.config.ClientPrograms;
import bigdata.config.Installation;
import bigdata.spark.PagesKey;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Clients of a cluster that is not there: every program of it is a shell script of the test. */
public final class Clients {
    private Clients() {
    }

    /** A client whose whole installation lies in {@code folder}. */
    public static ClientEnvironment in(Path folder) {
        return in(folder, URI.create("http://127.0.0.1:8080"));
    }

    /** The same with a Master that answers at {@code masterUi}. */
    static ClientEnvironment in(Path folder, URI masterUi) {
        Installation installation = new Installation(folder.resolve("home"), Path.of(System.getProperty("java.home")), folder.resolve("spark"),
                folder.resolve("python/bin/python"));
        ClientPrograms programs = new ClientPrograms(installation, folder.resolve("conf/spark"), folder.resolve("conf/hadoop"));
        return new ClientEnvironment(programs, "spark://127.0.0.1:7077", new SparkPages(masterUi, PagesKey.of("secret")), Optional.of("127.0.0.1"),
                folder.resolve("logs"));
    }

    /** Writes an executable script of {@code sh}. */
    public static void script(Path file, String lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
