package bigdata.service;

import bigdata.config.Installation;
import bigdata.config.Topology;
import bigdata.config.UserFiles;
import bigdata.process.ClassArchive;
import bigdata.process.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The node that a service runs on.
 *
 * @param name {@code master}, {@code worker-1} and so on
 * @param host the name or address that this node's services listen on and are known by
 * @param state the state folder
 * @param configuration where configuration files of this node's services are written
 * @param userFiles what the user tunes for this role
 * @param hdfsUser who the daemons of HDFS say they are: its superuser
 */
public record NodeContext(String name, String host, Path state, Path configuration, Installation installation,
        Topology topology, UserFiles userFiles, String hdfsUser) {

    /** The log of a service; {@code .out} beside it takes what is printed past the logging library. */
    public Path log(String service) {
        return state.resolve("logs").resolve(name).resolve(service + ".log");
    }

    public Path output(String service) {
        return state.resolve("logs").resolve(name).resolve(service + ".out");
    }

    /** The class archive of a service, shared by all clusters of this installation. */
    public ClassArchive archive(String service, List<Path> classPath) throws IOException {
        return ClassArchive.in(installation.classArchives(), service, state.getFileName() + "-" + name, classPath);
    }

    public Jvm jvm(String service, int heapMib) {
        return new Jvm(installation.javaHome(), configuration.resolve(service + ".jvm"), heapMib);
    }
}
