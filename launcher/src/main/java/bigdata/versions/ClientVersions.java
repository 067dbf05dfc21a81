package bigdata.versions;

import bigdata.config.Installation;
import bigdata.config.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program outside of the cluster needs to be a client of its Spark Connect.
 *
 * @param spark of the library {@code pyspark-client}
 * @param python major and minor version: a function that one Python pickled, another may not read
 */
public record ClientVersions(String spark, String python) {
    private static final Pattern PYTHON = Pattern.compile("python(\\d+\\.\\d+)");

    public static ClientVersions of(Project project, Installation installation) throws IOException {
        return new ClientVersions(new VersionReport(project).locked("pyspark"), python(installation.sparkHome()));
    }

    public String sentence() {
        return "a client needs `pip install pyspark-client==%s`; for functions in Python (UDFs) it must run Python %s, as the cluster does"
                .formatted(spark, python);
    }

    /** Python names the folder of its libraries after itself. */
    private static String python(Path sparkHome) {
        Matcher version = PYTHON.matcher(sparkHome.getParent().getParent().getFileName().toString());
        if (!version.matches()) {
            throw new IllegalStateException("no folder of Python's libraries: " + sparkHome);
        }
        return version.group(1);
    }
}
