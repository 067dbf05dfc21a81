package bigdata.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the project lies and where this cluster keeps its state. One state is one cluster.
 *
 * @param home the project's top folder, absolute: {@code conf/}, {@code data/}, {@code work_dir/} and what Maven built
 * @param state {@code .bigdata/} below it, or where {@code BIGDATA_STATE} points, absolute; may not exist yet
 * @param environment the environment variables that count as configuration
 */
public record Project(Path home, Path state, Map<String, String> environment) {
    public Project {
        home = home.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** The project at {@code home} with the state that {@code environment} names. */
    public static Project at(Path home, Map<String, String> environment) {
        String state = environment.get("BIGDATA_STATE");
        return new Project(home, state == null || state.isBlank() ? home.resolve(".bigdata") : Path.of(state), environment);
    }

    /** Logs of nodes, services and jobs. */
    public Path logs() {
        return state.resolve("logs");
    }

    /** What a person gives to the cluster and looks at; {@code /tmp/data} to every program of the cluster. */
    public Path data() {
        return home.resolve("data");
    }
}
