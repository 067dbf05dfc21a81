package bigdata.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one configuration file that belong to the cluster, so that a user cannot set them. Each service declares its own.
 *
 * @param instead what to use instead, by key; a key that ends in {@code *} stands for all that begin with it
 */
public record OwnedKeys(Map<String, String> instead) {
    public OwnedKeys {
        instead = Map.copyOf(instead);
    }

    public static OwnedKeys none() {
        return new OwnedKeys(Map.of());
    }

    /** These and {@code pattern}; {@code advice} says why or what to use instead, after "the cluster sets this itself: ". */
    public OwnedKeys and(String pattern, String advice) {
        Map<String, String> more = new LinkedHashMap<>(instead);
        more.put(pattern, advice);
        return new OwnedKeys(more);
    }

    /** What to use instead of {@code key}; empty when a user may set it. */
    public Optional<String> insteadOf(String key) {
        return instead.entrySet().stream()
                .filter(owned -> matches(owned.getKey(), key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : key.equals(pattern);
    }
}
