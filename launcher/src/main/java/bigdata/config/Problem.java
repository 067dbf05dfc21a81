package bigdata.config;

/**
 * One thing that is wrong with the configuration.
 *
 * @param key what was set
 * @param value what it was set to; empty where it does not matter and could be a secret
 * @param source where, as in {@link Setting#source}
 * @param advice what is allowed, or what to use instead
 */
public record Problem(String key, String value, String source, String advice) {
    @Override
    public String toString() {
        return key + (value.isEmpty() ? "" : " = " + value) + " (" + source + "): " + advice;
    }
}
