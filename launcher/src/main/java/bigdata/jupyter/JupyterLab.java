package bigdata.jupyter;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import bigdata.config.AtomicFile;
import bigdata.config.ClientPrograms;
import bigdata.hdfs.NameNodeJmx;
import bigdata.process.ProcessSpec;
import bigdata.readiness.Probe;
import bigdata.secrets.Secrets;
import bigdata.service.NodeContext;
import bigdata.service.Service;
import bigdata.spark.MasterJson;
import bigdata.spark.PagesKey;
import bigdata.spark.SparkPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JupyterLab as a service of the master node: its kernels and terminals are clients of the cluster. */
public final class JupyterLab implements Service {
    /** The names of its secrets: who may enter, and what signs the cookie of whoever has. */
    static final String TOKEN = "jupyter";
    static final String COOKIES = "jupyter-cookies";

    private static final String NAME = "jupyter";
    private static final String IPYTHON = "ipython";
    private static final String CONFIG = "config";
    /** Nothing leaves the machine by itself, news of Jupyter neither. */
    private static final String PAGE = """
            {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
            """;
    /** What a kernel's JVM says of itself goes to the log of JupyterLab instead of into a cell. */
    private static final String KERNELS = """
            {"InteractiveShellApp": {"extensions": ["workbench.kernel"]}, "IPKernelApp": {"capture_fd_output": false}}
            """;
    /**
     * What {@code jupyter lab} does, without a library that jsonschema loads where it is found and that takes 40 % of the start: it
     * compiles the grammar of internationalised addresses, of which no schema of Jupyter's has one.
     */
    private static final String START = "import sys; sys.modules['rfc3987_syntax'] = None; from jupyterlab.labapp import main; main()";
    private final NodeContext node;
    private final JupyterSettings settings;
    private final Secrets secrets;
    /** The one that the running server was given; the secret may be a newer one. */
    private volatile String token = "";

    public JupyterLab(NodeContext node, JupyterSettings settings, Secrets secrets) {
        this.node = node;
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A kernel that connects before would fail. */
    @Override
    public Probe startWhen() {
        return NameNodeJmx.usable(node.topology()).and(MasterJson.alive(SparkPages.of(node.topology(), secrets.spark())));
    }

    @Override
    public ProcessSpec prepare() throws IOException {
        Path workDir = node.installation().home().resolve("work_dir").toRealPath();
        Files.createDirectories(workDir.resolve("notebooks"));
        Files.createDirectories(node.log(NAME).getParent());
        Files.createDirectories(own(), asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        token = secrets.named(TOKEN);
        ClientPrograms client = ClientPrograms.of(node.installation(), node.state());
        JupyterConfiguration configuration = new JupyterConfiguration(settings, node.topology(), workDir, node.log(NAME),
                secrets.file(COOKIES), client.binFolder().resolve("bashrc"), PagesKey.of(secrets.spark()).text(), node.hdfsUser());
        Path file = node.configuration().resolve("jupyter_server_config.json");
        AtomicFile.writePrivate(file, configuration.json(token));
        prepareKernels();
        preparePage();
        // -P: a file in the working folder must not pass for a library
        return new ProcessSpec(List.of(node.installation().python().toString(), "-P", "-c", START, "--config=" + file),
                variables(client), workDir, node.output(NAME));
    }

    @Override
    public Probe ready() {
        return new JupyterServer(settings.server(node.topology(), "")).answers(token);
    }

    @Override
    public Probe alive() {
        return ready();
    }

    @Override
    public List<Path> logs() {
        return List.of(node.log(NAME), node.output(NAME));
    }

    /** What this server alone keeps: nothing of it is shared with another cluster, or with a Jupyter of the person's own. */
    private Path own() {
        return node.state().resolve("jupyter");
    }

    /** IPython reads it from its default profile. */
    private void prepareKernels() throws IOException {
        Path profile = Files.createDirectories(own().resolve(IPYTHON).resolve("profile_default"));
        AtomicFile.write(profile.resolve("ipython_kernel_config.json"), KERNELS);
    }

    /** What the page would ask a person at the first visit; JupyterLab reads it as defaults that a person may change. */
    private void preparePage() throws IOException {
        Path defaults = Files.createDirectories(own().resolve(CONFIG).resolve("labconfig"));
        AtomicFile.write(defaults.resolve("default_setting_overrides.json"), PAGE);
    }

    private Map<String, String> variables(ClientPrograms client) {
        Map<String, String> variables = new HashMap<>(client.variables());
        variables.put("PATH", client.path(System.getenv("PATH")));
        variables.put("PYTHONPATH", node.installation().workbench().toString());
        variables.put("BIGDATA_STATE", node.state().toString());
        variables.put("BIGDATA_PROMPT", "bigdata " + node.topology().spark().replaceFirst("^spark://", ""));
        variables.put("JUPYTER_CONFIG_DIR", own().resolve(CONFIG).toString());
        variables.put("JUPYTER_DATA_DIR", own().resolve("data").toString());
        variables.put("JUPYTER_RUNTIME_DIR", own().resolve("runtime").toString());
        variables.put("IPYTHONDIR", own().resolve(IPYTHON).toString());
        return variables;
    }
}
