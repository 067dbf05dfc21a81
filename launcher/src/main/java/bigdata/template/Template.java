package bigdata.template;

import java.util.List;
import java.util.Locale;

/** The application in one language that new ones begin as. */
public enum Template {
    JAVA("README.md", "pom.xml", "src/main/java/playsperhour/PlaysPerHourJob.java",
            "src/test/java/playsperhour/PlaysPerHourJobTest.java", "src/test/java/playsperhour/OnTheClusterTest.java",
            "src/test/resources/log4j2.properties"),
    SCALA("README.md", "pom.xml", ".scalafmt.conf", "src/main/scala/playsperhour/PlaysPerHourJob.scala",
            "src/test/scala/playsperhour/PlaysPerHourJobTest.scala", "src/test/scala/playsperhour/OnTheClusterTest.scala",
            "src/test/resources/log4j2.properties"),
    PYTHON("README.md", "main.py", "src/plays_per_hour/__init__.py", "src/plays_per_hour/job.py", "tests/test_job.py");

    private final List<String> files;

    Template(String... files) {
        this.files = List.of(files);
    }

    /** Its files, as paths below its folder of the resources. */
    List<String> files() {
        return files;
    }

    /** The folder of {@code work_dir} for applications of this kind. */
    String folder() {
        return this + "_apps";
    }

    /** As a person writes it, {@code java}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
