package bigdata.hdfs;

import bigdata.config.HadoopConfiguration;
import bigdata.config.OwnedKeys;
import bigdata.config.Topology;
import java.nio.file.Path;

/** The settings of HDFS, for its daemons and for its clients. All of Hadoop's ports are set here. */
public final class HdfsConfiguration {
    /** The folder of the project that every program sees as {@code /tmp/data}. */
    private static final String DATA = "/tmp/data";
    /**
     * Its mount. By a pattern, because a plain link would make {@code /tmp} a folder of the mount table, whose listing by an iterator
     * ({@code fs -ls -R}, {@code -get}, {@code -du}) shows the children of the root instead (Hadoop 3.5.0).
     */
    private static final String DATA_MOUNT = "linkRegex.^" + DATA + "(?=/|$)";

    /** What the cluster decides; a user's file may not set it. */
    public static final OwnedKeys OWNED = OwnedKeys.none()
            .and("fs.defaultFS", "the address of this cluster's NameNode; change `namenode.port` in conf/cluster.properties")
            .and("fs.hdfs.impl", "it carries the mount of " + DATA)
            .and("fs.viewfs.rename.strategy", "nothing is renamed between " + DATA + " and HDFS: that would be a copy")
            .and("fs.viewfs.mounttable.*", "it mounts the project's data folder at " + DATA)
            .and("dfs.namenode.rpc*", "`bind` and `namenode.port` in conf/cluster.properties")
            .and("dfs.namenode.http*", "`bind` and `namenode.http.port` in conf/cluster.properties")
            .and("dfs.namenode.name.dir", "it lies in the state folder, which BIGDATA_STATE moves")
            .and("dfs.namenode.edits.dir", "it lies in the state folder, which BIGDATA_STATE moves")
            .and("dfs.datanode.data.dir", "it lies in the state folder, which BIGDATA_STATE moves")
            .and("dfs.datanode.address", "the kernel picks a free port")
            .and("dfs.datanode.http*", "the kernel picks a free port")
            .and("dfs.datanode.ipc.address", "the kernel picks a free port")
            .and("dfs.datanode.hostname", "`bind` in conf/cluster.properties")
            .and("dfs.hosts*", "`bigdata scale` decides which DataNodes leave")
            .and("dfs.block.access.token.enable", "blocks are never served without a token")
            .and("dfs.encrypt.data.transfer*", "blocks always travel encrypted")
            .and("dfs.permissions.enabled", "permissions are always on")
            .and("hadoop.security.auth*", "identities are asserted, services are authorised");

    /** The JDK's AES: Hadoop would first look for a native library, which we do not have, and log its absence. */
    public static final String JAVA_CODEC = "org.apache.hadoop.crypto.JceAesCtrCryptoCodec";

    private HdfsConfiguration() {}

    /** {@code core-site.xml} of the daemons. */
    public static HadoopConfiguration daemonCore(Topology topology, String user) {
        return new HadoopConfiguration()
                .set("fs.defaultFS", topology.hdfs())
                .set("fs.trash.interval", 1440) // minutes: deleted files stay a day
                .set("fs.permissions.umask-mode", "022")
                .set("hadoop.security.authorization", true)
                .set("security.service.authorization.default.acl", "*")
                .set("security.datanode.protocol.acl", user)
                .set("hadoop.http.staticuser.user", user)
                .set("dfs.cluster.administrators", user) // who may read logs at the daemons' pages
                .set("ipc.client.connect.retry.interval", 200); // ms: a DataNode may start before the NameNode listens
    }

    /** {@code core-site.xml} of everything else; paths mean the same in all of it. */
    public static HadoopConfiguration clientCore(Topology topology, Path data) {
        String mounts = "fs.viewfs.mounttable." + topology.host() + ".";
        return new HadoopConfiguration()
                .set("fs.defaultFS", topology.hdfs())
                .set("fs.hdfs.impl", "org.apache.hadoop.hdfs.ViewDistributedFileSystem")
                .set(mounts + DATA_MOUNT, data.toUri())
                .set(mounts + "linkFallback", topology.hdfs() + "/")
                .set("fs.viewfs.rename.strategy", "SAME_TARGET_URI_ACROSS_MOUNTPOINT") // a pattern makes a mount for every path
                .set("fs.trash.interval", 1440);
    }

    /** {@code hdfs-site.xml} of clients. */
    public static HadoopConfiguration clientHdfs(Topology topology, int replication) {
        return security(new HadoopConfiguration())
                .set("dfs.namenode.http-address", topology.host() + ":" + topology.namenodeHttp()) // fsck asks there
                .set("dfs.replication", replication)
                .set("dfs.client.use.datanode.hostname", true);
    }

    /** {@code hdfs-site.xml} of the NameNode. */
    static HadoopConfiguration nameNode(Topology topology, Path folder) {
        return security(new HadoopConfiguration())
                .set("dfs.namenode.rpc-address", topology.host() + ":" + topology.namenode())
                .set("dfs.namenode.http-address", topology.host() + ":" + topology.namenodeHttp())
                .set("dfs.namenode.name.dir", folder.toUri())
                .set("dfs.replication", 1) // decommissioning compares with it: see the design of scaling down
                .set("dfs.namenode.safemode.extension", 0)
                .set("dfs.heartbeat.interval", "1s")
                .set("dfs.namenode.heartbeat.recheck-interval", 15_000) // ms: a dead DataNode is known after 40 s
                .set("dfs.namenode.datanode.registration.ip-hostname-check", false);
    }

    /**
     * What the NameNode does about DataNodes that leave. Hadoop's own pace is made for a few of hundreds of machines: it looks at
     * them every 30 s and starts two copies of blocks per DataNode every 3 s.
     */
    static HadoopConfiguration decommissioning(HadoopConfiguration nameNode, LeavingDataNodes leaving) {
        return nameNode
                .set("dfs.hosts.exclude", leaving.file())
                .set("dfs.namenode.decommission.interval", "1s")
                .set("dfs.namenode.redundancy.interval.seconds", "1s")
                .set("dfs.namenode.replication.work.multiplier.per.iteration", 50)
                .set("dfs.namenode.replication.max-streams", 25)
                .set("dfs.namenode.replication.max-streams-hard-limit", 50);
    }

    /** {@code hdfs-site.xml} of a DataNode; the kernel picks its ports. */
    static HadoopConfiguration dataNode(Topology topology, String host, Path folder) {
        return security(new HadoopConfiguration())
                .set("dfs.namenode.rpc-address", topology.host() + ":" + topology.namenode())
                .set("dfs.datanode.data.dir", folder.toUri())
                .set("dfs.datanode.hostname", host)
                .set("dfs.datanode.address", host + ":0")
                .set("dfs.datanode.http.address", host + ":0")
                .set("dfs.datanode.ipc.address", host + ":0")
                .set("dfs.datanode.synconclose", true)
                .set("dfs.blockreport.initialDelay", "0s")
                .set("dfs.heartbeat.interval", "1s");
    }

    private static HadoopConfiguration security(HadoopConfiguration configuration) {
        return configuration
                .set("dfs.permissions.enabled", true)
                .set("dfs.block.access.token.enable", true)
                .set("dfs.encrypt.data.transfer", true)
                .set("dfs.encrypt.data.transfer.cipher.suites", "AES/CTR/NoPadding")
                .set("hadoop.security.crypto.codec.classes.aes.ctr.nopadding", JAVA_CODEC);
    }
}
