package bigdata.suites;

import bigdata.config.Project;
import bigdata.deployment.compose.ComposeProject;
import bigdata.deployment.compose.NoEngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which suites there are and what each runs. */
final class Suites {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** Behind a private certificate authority the build trusts whom this machine trusts. */
    private static final List<String> BUILD_IMAGE = List.of("bash", "-c",
            "CA_BUNDLE=${CA_BUNDLE:-${SSL_CERT_FILE:-}} exec docker compose --progress plain build");

    /** The image that is tested; one that a person has built is left alone. */
    static final String IMAGE = "bigdata-test";

    private final Path home;
    private final Path reports;
    private final Path python;

    /**
     * @param home the project's top folder
     * @param reports where pytest's reports go
     * @param tools the environment that has pytest and, below it, every library of the cluster
     */
    Suites(Path home, Path reports, Path tools) {
        this.home = home;
        this.reports = reports;
        this.python = tools.resolve("bin").resolve("python");
    }

    /** Those that take longest are first: nothing else has to wait for them then. */
    List<Suite> all() throws IOException, InterruptedException {
        return List.of(
                new Suite("docker", "the image, and the cluster in containers", engineLacks(), List.of(
                        new TestRun(BUILD_IMAGE, home, List.of()),
                        compile(),
                        tagged("docker"),
                        pytest("containers", "tests/docker"),
                        new TestRun(List.of("docker", "image", "rm", IMAGE), home, List.of()))), // fails when a container is left
                new Suite("cluster", "nodes and services on real daemons", List.of(compile(), tagged("cluster"))),
                new Suite("unit", "every JVM module by itself", List.of(modules())),
                new Suite("python", "the Python application, the workbench, style and types, versions that must agree",
                        List.of(pytest("application", "work_dir/python_apps/example"), pytest("workbench", "workbench"),
                                pytest("project", "tests/python"))),
                new Suite("shell", "the command that starts it all", List.of(pytest("shell", "tests/shell"))),
                new Suite("features", "the jobs on a real cluster against an independent query in DuckDB",
                        List.of(pytest("features", "tests/features"))),
                new Suite("notebooks", "kernels of JupyterLab, and every notebook executed on a real cluster",
                        List.of(pytest("notebooks", "tests/notebooks"))),
                new Suite("workbench", "the pages behind JupyterLab's door, in a browser and for those who may not enter",
                        List.of(pytest("door", "tests/workbench"))),
                new Suite("hosts", "a cluster of several machines, each a network namespace", List.of(pytest("hosts", "tests/hosts"))));
    }

    /** What keeps containers from being tested; empty when nothing does, or nothing may. */
    private Optional<String> engineLacks() throws InterruptedException {
        if ("1".equals(System.getenv("BIGDATA_REQUIRE_DOCKER"))) {
            return Optional.empty();
        }
        try {
            ComposeProject.of(new Project(home, home.resolve(".bigdata"), System.getenv())).requireEngine();
            return Optional.empty();
        } catch (NoEngineException without) {
            return Optional.of(without.getMessage());
        }
    }

    /** Every module compiled, and its tests that need no daemon. */
    private TestRun modules() throws IOException {
        List<Path> folders = MODULE.matcher(Files.readString(home.resolve("pom.xml"))).results()
                .map((MatchResult module) -> home.resolve(module.group(1)).resolve("target").resolve("surefire-reports"))
                .toList();
        return new TestRun(maven("--fail-at-end", "--threads", "2", "test"), home, folders);
    }

    private TestRun compile() {
        return new TestRun(maven("-pl", "launcher", "test-compile"), home, List.of());
    }

    /** The launcher's tests on real daemons. They run what is compiled, so other suites may run and compile beside them. */
    private TestRun tagged(String group) {
        Path folder = reports.resolve(group);
        return new TestRun(maven("-pl", "launcher", "-Dgroups=" + group, "-DexcludedGroups=", "-Dsurefire.reports=" + folder, TestRun.ONLY_TESTS),
                home, List.of(folder));
    }

    private List<String> maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("launcher/src/build/maven").toString(), "-ntp"));
        command.addAll(List.of(arguments));
        return command;
    }

    private TestRun pytest(String name, String folder) {
        Path report = reports.resolve(name);
        List<String> command = List.of(python.toString(), "-m", "pytest", "-ra", "-p", "no:cacheprovider",
                "--junit-xml", report.resolve("report.xml").toString());
        return new TestRun(command, home.resolve(folder), List.of(report));
    }
}
