package bigdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Docker Engine, as it sees the containers of one cluster.
 *
 * @param project their Compose project; what tells this checkout from others on the same engine is added. A later run of this
 *         one knows what a killed run left
 */
record Engine(String project) {
    Engine {
        project = project + "-" + Integer.toHexString(Bigdata.HOME.hashCode());
    }

    /** A cluster's command whose containers belong to the project, and whose published ports are free ones. */
    Bigdata bigdata(String state, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("COMPOSE_PROJECT_NAME", project);
        all.put("BIGDATA_JUPYTER_PORT", freePort());
        all.put("BIGDATA_CONNECT_PORT", freePort());
        return new Bigdata(state, all);
    }

    /** The running containers of a service of {@code compose.yaml}. */
    String[] containers(String service) {
        return docker("ps", "--quiet", "--filter", label(), "--filter", "label=com.docker.compose.service=" + service).split("\\s+");
    }

    /** All running containers. */
    String[] containers() {
        return docker("ps", "--quiet", "--filter", label()).split("\\s+");
    }

    /** Nothing of the project is left: no container, no volume, no network. */
    void isClean() {
        assertThat(docker("ps", "--all", "--quiet", "--filter", label())).isEmpty();
        assertThat(docker("volume", "ls", "--quiet", "--filter", label())).isEmpty();
        assertThat(docker("network", "ls", "--quiet", "--filter", label())).isEmpty();
    }

    /** Runs {@code docker}, which must succeed, and answers what it printed. */
    String docker(String command, String... words) {
        List<String> all = new ArrayList<>(List.of("docker", command));
        all.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as(String.join(" ", all) + ": " + out).isZero();
            return out;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The containers' user is not the one who runs this test when that is root. */
    static void openToTheContainersUser(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private String label() {
        return "label=com.docker.compose.project=" + project;
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
