package bigdata.hdfs;

import static org.assertj.core.api.Assertions.assertThat;

import bigdata.config.HadoopConfiguration;
import bigdata.config.Topology;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdfsConfigurationTest {
    private static final Topology TOPOLOGY = new Topology("127.0.0.1", 20001, 20002, 20003, 20004, 20005, 20006, 20007, 20008);
    private static final Path FOLDER = Path.of("/state/hdfs/name");

    private final Map<String, String> nameNode = HdfsConfiguration.nameNode(TOPOLOGY, FOLDER).entries();
    private final Map<String, String> dataNode = HdfsConfiguration.dataNode(TOPOLOGY, "10.0.0.2", FOLDER).entries();

    @Test
    void theNameNodeListensWhereTheTopologySays() {
        assertThat(nameNode)
                .containsEntry("dfs.namenode.rpc-address", "127.0.0.1:20001")
                .containsEntry("dfs.namenode.http-address", "127.0.0.1:20002")
                .containsEntry("dfs.namenode.name.dir", "file:///state/hdfs/name");
    }

    @Test
    void everyPortOfADataNodeIsPickedByTheKernelOnItsOwnHost() {
        assertThat(dataNode)
                .containsEntry("dfs.namenode.rpc-address", "127.0.0.1:20001")
                .containsEntry("dfs.datanode.hostname", "10.0.0.2")
                .containsEntry("dfs.datanode.address", "10.0.0.2:0")
                .containsEntry("dfs.datanode.http.address", "10.0.0.2:0")
                .containsEntry("dfs.datanode.ipc.address", "10.0.0.2:0");
    }

    @Test
    void theNameNodeExcludesTheDataNodesThatLeaveAndLooksAtThemEachSecond() {
        HadoopConfiguration site = HdfsConfiguration.decommissioning(new HadoopConfiguration(), LeavingDataNodes.of(Path.of("/state")));

        assertThat(site.entries()).containsEntry("dfs.hosts.exclude", "/state/nodes/leaving")
                .containsEntry("dfs.namenode.decommission.interval", "1s");
        assertThat(HdfsConfiguration.OWNED.insteadOf("dfs.hosts.exclude")).isPresent();
    }

    @Test
    void blocksNeedATokenTravelEncryptedAndPermissionsCountForAll() {
        Map<String, String> client = HdfsConfiguration.clientHdfs(TOPOLOGY, 2).entries();

        assertThat(Stream.of(nameNode, dataNode, client)).allSatisfy(site -> assertThat(site)
                .containsEntry("dfs.permissions.enabled", "true")
                .containsEntry("dfs.block.access.token.enable", "true")
                .containsEntry("dfs.encrypt.data.transfer", "true")
                .containsEntry("dfs.encrypt.data.transfer.cipher.suites", "AES/CTR/NoPadding"));
        assertThat(client).containsEntry("dfs.replication", "2");
    }

    @Test
    void onlyTheUserOfTheClusterMayBringADataNode() {
        assertThat(HdfsConfiguration.daemonCore(TOPOLOGY, "ada").entries())
                .containsEntry("hadoop.security.authorization", "true")
                .containsEntry("security.datanode.protocol.acl", "ada");
    }

    @Test
    void clientsSeeTheDataFolderOfTheProjectUnderOnePath() {
        HadoopConfiguration core = HdfsConfiguration.clientCore(TOPOLOGY, Path.of("/home/ada/bigdata/data"));

        assertThat(core.entries())
                .containsEntry("fs.defaultFS", "hdfs://127.0.0.1:20001")
                .containsEntry("fs.viewfs.mounttable.127.0.0.1.linkRegex.^/tmp/data(?=/|$)", "file:///home/ada/bigdata/data")
                .containsEntry("fs.viewfs.mounttable.127.0.0.1.linkFallback", "hdfs://127.0.0.1:20001/");
    }

    @Test
    void whatIsDeletedStaysADayInTheTrash() {
        assertThat(HdfsConfiguration.daemonCore(TOPOLOGY, "ada").entries()).containsEntry("fs.trash.interval", "1440");
        assertThat(HdfsConfiguration.clientCore(TOPOLOGY, FOLDER).entries()).containsEntry("fs.trash.interval", "1440");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fs.defaultFS", "dfs.namenode.rpc-address", "dfs.namenode.http-address", "dfs.namenode.name.dir",
            "dfs.datanode.data.dir", "dfs.datanode.http.address", "dfs.encrypt.data.transfer.cipher.suites",
            "dfs.block.access.token.enable", "dfs.permissions.enabled", "hadoop.security.authorization",
            "hadoop.security.authentication"})
    void aUserMaySetNothingThatWouldBreakOrOpenTheCluster(String key) {
        assertThat(HdfsConfiguration.OWNED.insteadOf(key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dfs.replication", "dfs.blocksize", "dfs.datanode.handler.count", "fs.trash.interval"})
    void aUserMayTuneTheRest(String key) {
        assertThat(HdfsConfiguration.OWNED.insteadOf(key)).isEmpty();
    }
}
