package bigdata.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be configured.
 *
 * @param name as in {@code conf/cluster.properties}
 * @param description what it decides, for people
 * @param kind what is allowed
 * @param defaultText the default as one would write it; {@link #AUTO} when it follows from the machine or other keys
 * @param fallback the default, given what is known of the keys before this one
 */
public record Key<T>(String name, String description, Kind<T> kind, String defaultText, Function<Values, T> fallback) {
    static final String AUTO = "auto";
    private static final String PREFIX = "BIGDATA_";

    static <T> Key<T> fixed(String name, String description, Kind<T> kind, T value) {
        return new Key<>(name, description, kind, kind.show().apply(value), known -> value);
    }

    static <T> Key<T> auto(String name, String description, Kind<T> kind, Function<Values, T> fallback) {
        return new Key<>(name, description, kind, AUTO, fallback);
    }

    /** Whether its values are on and off. */
    public boolean isSwitch() {
        return kind == Kind.ON_OR_OFF;
    }

    /** Completes "allowed is ...". */
    public String allowed() {
        return defaultText.equals(AUTO) ? kind.allowed() + ", or auto" : kind.allowed();
    }

    /** {@code --worker-memory} for {@code worker.memory}. */
    public String flag() {
        return "--" + name.replace('.', '-');
    }

    /** {@code BIGDATA_WORKER_MEMORY} for {@code worker.memory}. */
    public String variable() {
        return PREFIX + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What {@code text} means; empty when it is not allowed. */
    public Optional<T> parse(String text, Project project) {
        return kind.parse().apply(text, project);
    }

    boolean isAuto(String text) {
        return defaultText.equals(AUTO) && text.equals(AUTO);
    }

    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX);
    }
}
