package bigdata.config;

import bigdata.process.Jvm;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the programs lie that a cluster is made of; the same on every node.
 *
 * @param home the project's top folder
 * @param javaHome the JDK that everything runs on
 * @param sparkHome Spark's distribution, inside the Python environment
 * @param python the interpreter of drivers, executors and notebooks
 */
public record Installation(Path home, Path javaHome, Path sparkHome, Path python) {
    /** Hadoop's jars: HDFS's daemons and its shell. */
    public Path hadoopLib() {
        return home.resolve("hadoop").resolve("target").resolve("lib");
    }

    /** Spark's jars, Hadoop's client among them. */
    public Path sparkJars() {
        return sparkHome.resolve("jars");
    }

    /** Our driver plugin. */
    public Path sparkPlugin() {
        return home.resolve("spark").resolve("target").resolve("spark-1.0.0.jar");
    }

    /** What we add to JupyterLab: the folder of our Python packages. */
    public Path workbench() {
        return home.resolve("workbench").resolve("src");
    }

    /** Archives of loaded classes, which go with the environment that holds most of the jars. */
    public Path classArchives() {
        return python.getParent().getParent().resolve("class-archives");
    }

    public List<Path> hadoopClassPath() {
        return Jvm.jars(hadoopLib());
    }

    public List<Path> sparkClassPath() {
        return Jvm.jars(sparkJars());
    }
}
