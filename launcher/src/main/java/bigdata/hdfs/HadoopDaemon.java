package bigdata.hdfs;

import bigdata.config.AtomicFile;
import bigdata.config.HadoopConfiguration;
import bigdata.process.ClassArchive;
import bigdata.process.ProcessSpec;
import bigdata.service.Daemon;
import bigdata.service.NodeContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a daemon of HDFS is started: its configuration files, its log and its command. */
record HadoopDaemon(NodeContext node, String service, String mainClass, int heapMib) implements Daemon {
    /**
     * Writes the daemon's configuration, with what the user tunes, and answers how to start it.
     *
     * @param hdfs its {@code hdfs-site.xml}
     * @param arguments for the main class
     */
    ProcessSpec prepare(HadoopConfiguration hdfs, List<String> arguments) throws IOException {
        Path folder = node.configuration().resolve(service);
        Files.createDirectories(folder);
        Path core = folder.resolve("core-site.xml");
        Path site = folder.resolve("hdfs-site.xml");
        node.userFiles().overlay("core-site.xml", HdfsConfiguration.daemonCore(node.topology(), node.hdfsUser()), HdfsConfiguration.OWNED)
                .write(core);
        node.userFiles().overlay("hdfs-site.xml", hdfs, HdfsConfiguration.OWNED).write(site);
        List<String> options = new ArrayList<>(List.of("-conf", core.toString(), "-conf", site.toString()));
        options.addAll(arguments);
        List<Path> classPath = new ArrayList<>(node.installation().hadoopClassPath());
        classPath.add(folder); // the NameNode forgets -conf when it is told that nodes leave; last, so that the archive fits
        List<String> command = node.jvm(service, heapMib)
                .archive(archive())
                .option("-Dhadoop.log.dir=" + node.log(service).getParent())
                .option("-Dlog4j.configuration=" + logging().toUri())
                .command(classPath, mainClass, options);
        return new ProcessSpec(command, Map.of("HADOOP_USER_NAME", node.hdfsUser()), node.state(), node.output(service));
    }

    @Override
    public List<Path> logs() {
        return List.of(node.output(service), node.log(service));
    }

    private ClassArchive archive() throws IOException {
        return node.archive(service, node.installation().hadoopClassPath());
    }

    @Override
    public void ended(boolean inGoodOrder) throws IOException {
        archive().settle(inGoodOrder);
    }

    private Path logging() throws IOException {
        Path file = node.configuration().resolve(service + "-log4j.properties");
        AtomicFile.write(file, """
                log4j.rootLogger=INFO, file
                log4j.logger.org.apache.hadoop.util.NativeCodeLoader=ERROR
                log4j.appender.file=org.apache.log4j.RollingFileAppender
                log4j.appender.file.File=%s
                log4j.appender.file.MaxFileSize=32MB
                log4j.appender.file.MaxBackupIndex=3
                log4j.appender.file.layout=org.apache.log4j.PatternLayout
                log4j.appender.file.layout.ConversionPattern=%%d{ISO8601} %%-5p %%c{1}: %%m%%n
                """.formatted(node.log(service)));
        return file;
    }
}
