package bigdata.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The ports that a person asked for; an empty one is picked by the cluster when it starts, and kept.
 *
 * @param namenode the NameNode's RPC port, the one in {@code hdfs://} addresses
 * @param namenodeHttp the NameNode's web pages
 * @param sparkMaster the Spark Master's RPC port, the one in {@code spark://} addresses
 * @param sparkMasterUi the Spark Master's web pages
 * @param historyServer the Spark History Server's web pages
 * @param jupyter JupyterLab
 * @param connect the Spark Connect server
 */
public record Ports(
        OptionalInt namenode,
        OptionalInt namenodeHttp,
        OptionalInt sparkMaster,
        OptionalInt sparkMasterUi,
        OptionalInt historyServer,
        OptionalInt jupyter,
        OptionalInt connect) {

    public Ports {
        List<Integer> asked = Stream.of(namenode, namenodeHttp, sparkMaster, sparkMasterUi, historyServer, jupyter, connect)
                .flatMapToInt(OptionalInt::stream)
                .boxed()
                .toList();
        if (asked.stream().anyMatch(port -> port < 1 || port > 65535)) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + asked);
        }
        if (asked.stream().distinct().count() != asked.size()) {
            throw new IllegalArgumentException("two services cannot listen on one port: " + asked);
        }
    }

    /** No port asked for: the cluster picks all of them. */
    public static Ports picked() {
        OptionalInt any = OptionalInt.empty();
        return new Ports(any, any, any, any, any, any, any);
    }
}
