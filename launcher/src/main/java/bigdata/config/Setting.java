package bigdata.config;

/**
 * One effective value and where it came from.
 *
 * @param key as in {@code conf/cluster.properties}
 * @param value as a person would write it there
 * @param source {@code flag --workers}, {@code environment BIGDATA_WORKERS}, {@code conf/cluster.properties:3} (the line) or
 *     {@code default}
 */
public record Setting(String key, String value, String source) {
    public static final String DEFAULT = "default";
}
