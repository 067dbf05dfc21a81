package bigdata.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.Topology;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JupyterConfigurationTest {
    private static final Topology TOPOLOGY = new Topology("master", 20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008);

    @Test
    void onThisMachineItListensOnLoopbackAtItsOwnPortOnly() throws IOException {
        JsonNode server = of(JupyterSettings.local(20006)).path("ServerApp");

        assertThat(server.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(server.path("port").asInt()).isEqualTo(20006);
        assertThat(server.path("port_retries").asInt(-1)).isZero();
    }

    @Test
    void inAContainerItListensOnItsAddressesAndIsFoundAtThePublishedPort() throws IOException {
        JupyterSettings published = JupyterSettings.published(TOPOLOGY, OptionalInt.of(9999));

        assertThat(of(published).at("/ServerApp/ip").asText()).isEqualTo("0.0.0.0");
        assertThat(published.server(TOPOLOGY, "/api")).hasToString("http://master:20006/api");
        assertThat(published.lab()).isEqualTo("http://127.0.0.1:9999/lab");
    }

    @Test
    void aPublishedPortThatOnlyTheEngineKnowsIsToldByWhoAsksIt() {
        JupyterSettings unknown = JupyterSettings.published(TOPOLOGY, OptionalInt.empty());

        assertThat(unknown.lab()).isEqualTo("http://master:20006/lab");
        assertThat(unknown.foundAt("http://127.0.0.1:49153").lab()).isEqualTo("http://127.0.0.1:49153/lab");
    }

    @Test
    void theTokenIsTheOnlyWayIn() throws IOException {
        JsonNode all = of(JupyterSettings.local(20006));

        assertThat(all.at("/IdentityProvider/token").asText()).isEqualTo("the-token");
        assertThat(all.at("/PasswordIdentityProvider/hashed_password").asText("none")).isEmpty();
        assertThat(all.at("/PasswordIdentityProvider/allow_password_change").asBoolean(true)).isFalse();
        assertThat(all.at("/ServerApp/allow_unauthenticated_access").asBoolean(true)).isFalse();
        assertThat(all.at("/ServerApp/disable_check_xsrf").asBoolean(true)).isFalse();
        assertThat(all.at("/ServerApp/cookie_secret_file").asText()).isEqualTo("/state/secrets/jupyter-cookies");
    }

    @Test
    void anotherHostIsRefused() throws IOException {
        JsonNode server = of(JupyterSettings.published(TOPOLOGY, OptionalInt.of(8888))).path("ServerApp");

        assertThat(server.path("allow_remote_access").asBoolean(true)).isFalse();
        assertThat(server.path("local_hostnames")).extracting(JsonNode::asText).containsExactly("localhost", "master");
    }

    @Test
    void nothingIsFetchedFromElsewhereAndNoOtherPortIsOpened() throws IOException {
        JsonNode all = of(JupyterSettings.local(20006));

        assertThat(all.at("/LabApp/news_url").isNull()).isTrue();
        assertThat(all.at("/LabApp/check_for_updates_class").asText()).isEqualTo("jupyterlab.NeverCheckForUpdate");
        assertThat(all.at("/LabApp/extension_manager").asText()).isEqualTo("readonly");
        assertThat(all.at("/ServerApp/jpserver_extensions/jupyter_server_proxy").asBoolean(true)).isFalse();
    }

    @Test
    void itsDoorLeadsToThePagesOfSparkAndHdfs() throws IOException {
        JsonNode all = of(JupyterSettings.local(20006));

        assertThat(all.at("/ServerApp/jpserver_extensions").path("workbench.door").asBoolean()).isTrue();
        assertThat(all.at("/Places/namenode").asText()).isEqualTo("http://master:20002");
        assertThat(all.at("/Places/spark").asText()).isEqualTo("http://master:20004");
        assertThat(all.at("/Places/history").asText()).isEqualTo("http://master:20005");
        assertThat(JupyterSettings.local(20006).pages()).containsEntry("HDFS", "http://127.0.0.1:20006/hdfs/");
    }

    @Test
    void itOpensOnTheNotebooksOfTheWorkFolder() throws IOException {
        JsonNode all = of(JupyterSettings.local(20006));

        assertThat(all.at("/ServerApp/root_dir").asText()).isEqualTo("/project/work_dir");
        assertThat(all.at("/FileContentsManager/preferred_dir").asText()).isEqualTo("/project/work_dir/notebooks");
    }

    private static JsonNode of(JupyterSettings settings) throws IOException {
        JupyterConfiguration configuration = new JupyterConfiguration(settings, TOPOLOGY, Path.of("/project/work_dir"),
                Path.of("/state/logs/master/jupyter.log"), Path.of("/state/secrets/jupyter-cookies"), Path.of("/project/hadoop/bin/bashrc"),
                "the-key", "ann");
        return new ObjectMapper().readTree(configuration.json("the-token"));
    }
}
