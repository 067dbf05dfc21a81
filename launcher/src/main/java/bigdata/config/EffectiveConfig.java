package bigdata.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration that counts, and where each of its values came from. A flag wins over the environment, the environment over
 * {@code conf/cluster.properties}, that over the default.
 *
 * @param config the values
 * @param settings one for every key, in the order of {@link Keys#ALL}
 */
public record EffectiveConfig(ClusterConfig config, List<Setting> settings) {
    public EffectiveConfig {
        settings = List.copyOf(settings);
    }

    /**
     * The configuration of a cluster on this machine.
     *
     * @param flags values by key (not by flag) that were given on the command line
     * @throws ConfigException with everything that is wrong
     */
    public static EffectiveConfig load(Project project, Map<String, String> flags) throws ConfigException {
        return load(project, flags, Machine.thisOne());
    }

    /** The same for a cluster of so many workers. */
    public static ClusterConfig of(Project project, int workers) throws ConfigException {
        return load(project, Map.of(Keys.WORKERS.name(), String.valueOf(workers))).config();
    }

    /** The same for a cluster whose workers share {@code machine}. */
    public static EffectiveConfig load(Project project, Map<String, String> flags, Machine machine) throws ConfigException {
        List<Problem> problems = new ArrayList<>();
        Sources sources = Sources.of(project, flags, problems);
        Values values = new Values(project, machine);
        Map<Key<?>, Setting> settings = new LinkedHashMap<>();
        for (Key<?> key : Keys.ALL) {
            settings.put(key, resolve(key, sources, values, problems));
        }
        problems.addAll(Combinations.problems(values, settings));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new EffectiveConfig(config(values), List.copyOf(settings.values()));
    }

    /** Whether nobody said what {@code key} shall be. */
    public boolean isDefault(Key<?> key) {
        return settings.stream().filter(setting -> setting.key().equals(key.name()))
                .allMatch(setting -> setting.source().equals(Setting.DEFAULT));
    }

    private static <T> Setting resolve(Key<T> key, Sources sources, Values values, List<Problem> problems) {
        Setting given = sources.given(key).orElse(new Setting(key.name(), key.defaultText(), Setting.DEFAULT));
        Optional<T> value = key.isAuto(given.value()) || given.source().equals(Setting.DEFAULT)
                ? Optional.of(key.fallback().apply(values))
                : key.parse(given.value(), values.project());
        if (value.isEmpty()) {
            problems.add(new Problem(key.name(), given.value(), given.source(), "allowed is " + key.allowed()));
            return given;
        }
        values.put(key, value.get());
        return new Setting(key.name(), key.kind().show().apply(value.get()), given.source());
    }

    private static ClusterConfig config(Values values) {
        return new ClusterConfig(
                values.the(Keys.WORKERS),
                values.the(Keys.WORKER_CORES),
                values.the(Keys.WORKER_MEMORY),
                values.the(Keys.REPLICATION),
                values.the(Keys.BIND),
                values.the(Keys.JUPYTER),
                values.the(Keys.CONNECT),
                values.the(Keys.CATALOG),
                values.the(Keys.PYTHON_ENVIRONMENT),
                values.the(Keys.SPARK_JAVA_OPTIONS),
                new Ports(
                        values.the(Keys.NAMENODE_PORT),
                        values.the(Keys.NAMENODE_HTTP_PORT),
                        values.the(Keys.SPARK_MASTER_PORT),
                        values.the(Keys.SPARK_MASTER_UI_PORT),
                        values.the(Keys.HISTORY_PORT),
                        values.the(Keys.JUPYTER_PORT),
                        values.the(Keys.CONNECT_PORT)));
    }
}
