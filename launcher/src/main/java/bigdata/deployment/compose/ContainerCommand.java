package bigdata.deployment.compose;

import bigdata.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A verb of {@code bigdata} that runs inside: in a container of its own on the cluster's network, where the current folder has the
 * same path as here, or in the master's, which starts faster and knows no file of this machine.
 *
 * @param compose the cluster
 * @param interactive whether a person sits at a terminal on both standard input and output
 */
public record ContainerCommand(ComposeProject compose, boolean interactive) {
    /** Folders of the image that a folder of this machine must not hide. */
    private static final Set<String> OF_IMAGE = Set.of("/", "/bin", "/boot", "/conf", "/dev", "/etc", "/home", "/home/bigdata", "/lib", "/lib64",
            "/opt", "/opt/bigdata", "/proc", "/root", "/run", "/sbin", "/sys", "/tmp", "/tmp/data", "/usr", "/usr/lib", "/usr/bin",
            "/usr/local", "/var", "/var/lib", "/var/lib/bigdata");
    private static final List<String> PROXIES = List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy");
    /** Where the authorities that this machine trusts are found inside. */
    private static final String BUNDLE = "/run/bigdata-authorities.pem";
    /** Seconds for a driver to write the end of its event log. */
    private static final int GRACE = 20;

    /** Runs {@code bigdata} with {@code words} in a container of its own, with its exit code. */
    public ExitStatus alone(List<String> words) throws InterruptedException {
        String name = compose.name() + "-client-" + UUID.randomUUID().toString().substring(0, 8);
        List<String> command = new ArrayList<>(List.of("--profile", "client", "--progress", "quiet", "run", "--rm", "--no-deps", "--name", name));
        if (!interactive) {
            command.add("--no-TTY");
        }
        currentFolder().ifPresent(folder -> command.addAll(List.of("--volume", folder + ":" + folder, "--workdir", folder)));
        command.addAll(outside());
        command.addAll(List.of("client", "bigdata"));
        command.addAll(words);
        try {
            return new ExitStatus(compose.compose(command));
        } catch (InterruptedException interrupt) {
            end(name);
            throw interrupt;
        }
    }

    /** Runs {@code bigdata} with {@code words} in the running container {@code id}, with its exit code. */
    public ExitStatus in(String id, List<String> words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("exec", "--interactive"));
        if (interactive) {
            command.add("--tty");
        }
        command.addAll(List.of(id, "bigdata"));
        command.addAll(words);
        return new ExitStatus(compose.engine(command));
    }

    /** How this machine's programs reach what is not of the cluster: a repository for {@code --packages}, for one. */
    private static List<String> outside() {
        List<String> options = new ArrayList<>();
        PROXIES.stream().filter(name -> !System.getenv().getOrDefault(name, "@").contains("@")) // a password would be seen
                .forEach(name -> options.addAll(List.of("--env", name)));
        String bundle = System.getenv().getOrDefault("SSL_CERT_FILE", "");
        if (!bundle.isEmpty() && Files.isReadable(Path.of(bundle))) {
            options.addAll(List.of("--volume", Path.of(bundle).toAbsolutePath() + ":" + BUNDLE + ":ro", "--env", "SSL_CERT_FILE=" + BUNDLE));
        }
        return options;
    }

    /** The current folder, unless the image has something of its own there. */
    private static Optional<String> currentFolder() {
        String folder = Path.of("").toAbsolutePath().normalize().toString();
        boolean hides = OF_IMAGE.contains(folder) || folder.startsWith("/proc/") || folder.startsWith("/sys/") || folder.startsWith("/dev/");
        return hides ? Optional.empty() : Optional.of(folder);
    }

    /** The client ends with us; the container that it showed must be told. */
    private void end(String name) throws InterruptedException {
        Thread.interrupted(); // else the engine could not be told
        Docker engine = new Docker(Path.of("/"), Map.of());
        engine.ask(List.of("stop", "--time", String.valueOf(GRACE), name)); // gone already, which is as well
    }
}
