package bigdata.deployment.compose;

import bigdata.config.Project;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster of a state as Docker Compose knows it. The state in the project's own folder is the project that a plain
 * {@code docker compose up} there begins; any other state has a project of its own.
 */
public final class ComposeProject {
    private static final String IMAGE = "BIGDATA_IMAGE";
    private static final String USUAL_IMAGE = "bigdata";
    /** The oldest Compose that this was tried with. */
    private static final Version OLDEST = Version.parse("2.26");
    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private final Project project;
    private final String name;
    private final Docker docker;

    private ComposeProject(Project project, Map<String, String> settings) {
        this.project = project;
        this.name = name(project);
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("COMPOSE_PROJECT_NAME", name);
        if (!isOfThisFolder(project)) {
            variables.put("BIGDATA_LOCAL_STATE", ""); // what runs in the folder's own state is another cluster
        }
        user(project).ifPresent(uid -> variables.put("BIGDATA_UID", uid));
        authority(project).ifPresent(bundle -> variables.put("CA_BUNDLE", bundle));
        this.docker = new Docker(project.home(), variables);
    }

    public static ComposeProject of(Project project) {
        return new ComposeProject(project, Map.of());
    }

    /** The same with variables that {@code compose.yaml} reads. */
    public ComposeProject with(Map<String, String> settings) {
        return new ComposeProject(project, settings);
    }

    /** The same with one more of the project's files, after those that Compose takes by itself. */
    public ComposeProject and(String file) {
        Map<String, String> more = new HashMap<>(docker.variables());
        String files = project.environment().getOrDefault("COMPOSE_FILE", "");
        if (files.isBlank()) {
            boolean overridden = Files.exists(project.home().resolve("compose.override.yaml"));
            files = overridden ? "compose.yaml:compose.override.yaml" : "compose.yaml";
        }
        more.put("COMPOSE_FILE", files + ":" + file);
        return new ComposeProject(project, more);
    }

    public String name() {
        return name;
    }

    /** @throws NoEngineException saying what is missing */
    public void requireEngine() throws InterruptedException {
        if (!Docker.isInstalled()) {
            throw new NoEngineException("there is no `docker` on PATH; install Docker with Compose 2, or leave out --docker");
        }
        Docker.Answer engine = docker.ask(List.of("version", "--format", "{{.Server.Version}}"));
        if (!engine.succeeded()) {
            throw new NoEngineException("no Docker Engine answers: " + engine.err() + ". Start it, or leave out --docker");
        }
        Docker.Answer compose = docker.ask(List.of("compose", "version", "--short"));
        if (!compose.succeeded()) {
            throw new NoEngineException("this `docker` has no Compose 2: install the package docker-compose-plugin (Debian:"
                    + " docker-compose), or leave out --docker");
        }
        if (isOlder(compose.out().strip())) {
            throw new NoEngineException("Docker Compose " + compose.out().strip() + " is too old; " + OLDEST + " or newer is needed."
                    + " Or leave out --docker");
        }
    }

    /** Whether a version such as {@code v2.26.1} is older than the oldest that was tried; of one that cannot be read nothing is said. */
    static boolean isOlder(String version) {
        try {
            return Version.parse(version.replaceFirst("^v", "")).compareTo(OLDEST) < 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The nodes' containers, whether they run or not, the master first; none when there is no engine to ask. */
    public List<Container> nodes() throws InterruptedException {
        return containers().stream().filter(Container::isNode).sorted(Comparator.comparing(Container::service)
                .thenComparing(Container::number)).toList();
    }

    /** Every container of this cluster, those of single commands among them. */
    public List<Container> containers() throws InterruptedException {
        if (!hasEngine()) {
            return List.of();
        }
        Docker.Answer answer = docker.ask(List.of("ps", "--all", "--no-trunc", "--filter", "label=com.docker.compose.project=" + name,
                "--format", Container.FORMAT));
        if (!answer.succeeded()) {
            return List.of(); // an engine that does not answer runs nothing
        }
        List<Container> found = answer.lines().stream().map(Container::parse).toList();
        Optional<Container> stranger = found.stream().filter(each -> !isOurs(each)).findFirst();
        if (stranger.isPresent()) {
            throw new NoEngineException("the Compose project " + name + " belongs to " + stranger.get().folder()
                    + "; set COMPOSE_PROJECT_NAME to another name for this folder");
        }
        return found;
    }

    /** The names of the volumes that hold its data; none when there is no engine to ask. */
    public List<String> volumes() throws InterruptedException {
        return hasEngine() ? docker.ask(List.of("volume", "ls", "--quiet", "--filter", "label=com.docker.compose.project=" + name)).lines()
                : List.of();
    }

    public boolean hasImage() throws InterruptedException {
        return docker.ask(List.of("image", "inspect", "--format", "{{.Id}}",
                project.environment().getOrDefault(IMAGE, USUAL_IMAGE))).succeeded();
    }

    /** The address on this machine at which the engine published a port of a container, if it did. */
    public Optional<String> published(Container container, int port) throws InterruptedException {
        Docker.Answer answer = docker.ask(List.of("port", container.id(), String.valueOf(port)));
        return answer.lines().stream().map(String::strip).findFirst(); // one a protocol family
    }

    /** Runs {@code docker compose} with {@code words} on our own input and output; answers its exit code. */
    public int compose(String... words) throws InterruptedException {
        return compose(List.of(words));
    }

    public int compose(List<String> words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("compose", "--project-directory", project.home().toString()));
        command.addAll(words);
        return docker.show(command);
    }

    /** Runs {@code docker} itself on our own input and output. */
    public int engine(List<String> words) throws InterruptedException {
        return docker.show(words);
    }

    /** Runs {@code docker} and answers what it printed. */
    public String answer(List<String> words) throws InterruptedException {
        Docker.Answer answer = docker.ask(words);
        if (!answer.succeeded()) {
            throw new NoEngineException("`docker " + String.join(" ", words) + "` ended with " + answer.code() + ": " + answer.err());
        }
        return answer.out();
    }

    /** Whether it is worth asking; where there is none, that would take time. */
    private static boolean hasEngine() {
        return Docker.isInstalled() && (System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET));
    }

    private boolean isOurs(Container container) {
        try {
            return container.folder().isEmpty()
                    || Path.of(container.folder()).toRealPath().equals(project.home().toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static String name(Project project) {
        String given = project.environment().get("COMPOSE_PROJECT_NAME");
        if (given != null && !given.isBlank()) {
            return given;
        }
        String folder = project.home().getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "")
                .replaceFirst("^[_-]+", ""); // as Compose names a project after its folder
        return isOfThisFolder(project) ? folder : folder + "-" + hash(project.state());
    }

    private static boolean isOfThisFolder(Project project) {
        return project.state().equals(project.home().resolve(".bigdata"));
    }

    private static String hash(Path state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Files that the cluster writes for a person shall be theirs. Nothing in the containers runs as root, so root gets none. */
    private static Optional<String> user(Project project) {
        if (project.environment().containsKey("BIGDATA_UID")) {
            return Optional.empty();
        }
        try {
            Object uid = Files.getAttribute(project.home(), "unix:uid");
            return Optional.of(uid.toString()).filter(owner -> !owner.equals("0"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /** Builds trust whom this machine's programs trust. */
    private static Optional<String> authority(Project project) {
        String bundle = project.environment().get("SSL_CERT_FILE");
        return project.environment().containsKey("CA_BUNDLE") || bundle == null || bundle.isBlank() ? Optional.empty() : Optional.of(bundle);
    }
}
