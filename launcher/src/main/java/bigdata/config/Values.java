package bigdata.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known while the configuration is read: where, on which machine, and the values of the keys that are right. */
final class Values {
    private final Project project;
    private final Machine machine;
    private final Map<Key<?>, Object> values = new HashMap<>();

    Values(Project project, Machine machine) {
        this.project = project;
        this.machine = machine;
    }

    Project project() {
        return project;
    }

    Machine machine() {
        return machine;
    }

    <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    /** Empty when what was given for {@code key} is not allowed. */
    @SuppressWarnings("unchecked") // put() lets in nothing but a T for a Key<T>
    <T> Optional<T> get(Key<T> key) {
        return Optional.ofNullable((T) values.get(key));
    }

    /** For when everything given was found right. */
    <T> T the(Key<T> key) {
        return get(key).orElseThrow();
    }
}
