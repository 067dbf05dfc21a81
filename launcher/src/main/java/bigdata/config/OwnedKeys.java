package bigdata.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one configuration file that belong to the cluster, so that a user cannot set them. Each service declares its own.
 *
 * @param keys owned by name
 * @param prefixes owned with every key that begins with one
 * @param instead what to use instead, by key or prefix, where there is something
 */
public record OwnedKeys(Set<String> keys, Set<String> prefixes, Map<String, String> instead) {
    private static final String NOTHING = "leave it out";

    public OwnedKeys {
        keys = Set.copyOf(keys);
        prefixes = Set.copyOf(prefixes);
        instead = Map.copyOf(instead);
    }

    public OwnedKeys(Set<String> keys, Set<String> prefixes) {
        this(keys, prefixes, Map.of());
    }

    public static OwnedKeys none() {
        return new OwnedKeys(Set.of(), Set.of());
    }

    /** These and {@code pattern}, a key or a prefix with {@code *} behind it, with what a user does instead of setting it. */
    public OwnedKeys and(String pattern, String advice) {
        boolean isPrefix = pattern.endsWith("*");
        String owned = isPrefix ? pattern.substring(0, pattern.length() - 1) : pattern;
        Set<String> more = new HashSet<>(isPrefix ? prefixes : keys);
        more.add(owned);
        return new OwnedKeys(isPrefix ? keys : more, isPrefix ? more : prefixes, instead).instead(owned, advice);
    }

    /** These, with what to use instead of {@code keyOrPrefix}, such as "set bind in conf/cluster.properties". */
    public OwnedKeys instead(String keyOrPrefix, String advice) {
        Map<String, String> more = new LinkedHashMap<>(instead);
        more.put(keyOrPrefix, advice);
        return new OwnedKeys(keys, prefixes, more);
    }

    /** What to do instead of setting {@code key}; empty when a user may set it. */
    public Optional<String> insteadOf(String key) {
        if (keys.contains(key)) {
            return Optional.of(instead.getOrDefault(key, NOTHING));
        }
        return prefixes.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> instead.getOrDefault(prefix, NOTHING));
    }
}
