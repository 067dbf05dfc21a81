package bigdata.jupyter;

import bigdata.config.Topology;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of the Jupyter server, in the words of Jupyter Server 2 and JupyterLab 4.
 *
 * @param settings where it listens
 * @param topology its port, and how the master node is known
 * @param workDir the top of its file browser
 * @param log its log file
 * @param cookieSecret the file that holds what signs its login cookies
 * @param shell start file of the terminals' bash
 * @param key opens the pages of Spark
 * @param user of HDFS
 */
record JupyterConfiguration(JupyterSettings settings, Topology topology, Path workDir, Path log, Path cookieSecret, Path shell,
        String key, String user) {
    private static final int LOG_BYTES = 32 << 20;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** The file's text. Holds the token, so it is for a file of mode 0600 only. */
    String json(String token) {
        Map<String, Object> all = Map.of(
                "Application", Map.of("logging_config", logging()),
                "ServerApp", server(),
                "FileContentsManager", Map.of("preferred_dir", workDir.resolve("notebooks").toString()),
                "MultiKernelManager", Map.of("default_kernel_name", "python3"), // Jupyter runs it with the server's own interpreter
                "IdentityProvider", Map.of("token", token, "cookie_options", Map.of("samesite", "Lax")),
                "PasswordIdentityProvider", Map.of("allow_password_change", false, "hashed_password", ""),
                "LanguageServerManager", Map.of("autodetect", false), // there are none, and looking takes time
                "Places", places(),
                "LabApp", lab());
        try {
            return JSON.writeValueAsString(all) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, Object> server() {
        Map<String, Object> server = new HashMap<>();
        server.put("ip", settings.listen());
        server.put("port", topology.jupyter());
        server.put("port_retries", 0); // the port is this cluster's or it does not start
        server.put("open_browser", false);
        server.put("root_dir", workDir.toString());
        server.put("allow_remote_access", false); // refuses a Host that is not in the next list: DNS rebinding
        server.put("local_hostnames", List.of("localhost", topology.host()));
        server.put("allow_unauthenticated_access", false);
        server.put("disable_check_xsrf", false);
        server.put("allow_root", true); // the cluster's user is who brought it up
        server.put("cookie_secret_file", cookieSecret.toString());
        server.put("quit_button", false); // its node would start it again
        server.put("terminals_enabled", true);
        server.put("terminado_settings", Map.of("shell_command", List.of("bash", "--rcfile", shell.toString(), "-i")));
        server.put("jpserver_extensions", Map.of("workbench.door", true, "jupyter_server_proxy", false)); // that opens every port
        return server;
    }

    /** The pages to which the door leads (workbench.door). */
    private Map<String, String> places() {
        return Map.of(
                "spark", topology.sparkMasterUi("").toString(),
                "history", topology.historyServerUi("").toString(),
                "namenode", topology.namenodeUi("").toString(),
                "key", key,
                "user", user);
    }

    /** Nothing is fetched from elsewhere: no news, no look for a newer version, no list of extensions. */
    private static Map<String, Object> lab() {
        Map<String, Object> lab = new HashMap<>();
        lab.put("news_url", null);
        lab.put("check_for_updates_class", "jupyterlab.NeverCheckForUpdate");
        lab.put("extension_manager", "readonly");
        return lab;
    }

    /** To its file and not to standard error, which takes what kernels print past it. */
    private Map<String, Object> logging() {
        Map<String, Object> toFile = Map.of("level", "INFO", "handlers", List.of("file"));
        return Map.of(
                "formatters", Map.of("file", Map.of("format", "%(asctime)s %(levelname)-5s %(name)s: %(message)s")),
                "handlers", Map.of("file", Map.of("class", "logging.handlers.RotatingFileHandler", "formatter", "file",
                        "filename", log.toString(), "maxBytes", LOG_BYTES, "backupCount", 3)),
                "loggers", Map.of("ServerApp", toFile, "LabApp", toFile));
    }
}
