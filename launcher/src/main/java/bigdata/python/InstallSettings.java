package bigdata.python;

import java.util.HashMap;
import java.util.Map;

/**
 * What pip and uv are told by environment variables beyond those that they read anyway. pip fetches uv and uv fetches the rest, so
 * what a person told one of them about a mirror or a certificate authority must count for both.
 */
final class InstallSettings {
    private InstallSettings() {}

    /** The variables to add to those that are set. */
    static Map<String, String> beside(Map<String, String> environment) {
        Map<String, String> added = new HashMap<>(Map.of("UV_PYTHON_DOWNLOADS", "never", "NO_COLOR", "1"));
        copy(environment, "SSL_CERT_FILE", "PIP_CERT", added);
        copy(environment, "PIP_INDEX_URL", "UV_DEFAULT_INDEX", added);
        copy(environment, "UV_DEFAULT_INDEX", "PIP_INDEX_URL", added);
        return added;
    }

    private static void copy(Map<String, String> environment, String from, String to, Map<String, String> added) {
        if (environment.containsKey(from) && !environment.containsKey(to)) {
            added.put(to, environment.get(from));
        }
    }
}
