package bigdata.join;

import bigdata.config.Project;
import bigdata.python.PythonEnvironment;
import bigdata.versions.VersionReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must agree among the machines of a cluster; else programs fail in ways that nobody understands.
 *
 * @param hadoop of HDFS's jars
 * @param lock fingerprint of the locked Python environment, Spark's own distribution among it
 * @param python {@code 3.13}: driver and executors must have the same
 * @param java {@code 21}: classes that run on the master's must be readable here
 */
record MemberVersions(String hadoop, String lock, String python, int java) {
    static MemberVersions of(Project project, PythonEnvironment environment) throws IOException {
        return new MemberVersions(new VersionReport(project).hadoop(), environment.fingerprint(), environment.minorVersion(),
                Runtime.version().feature());
    }

    /** What of {@code mine} cannot work in a cluster of these versions, each a clause; none when all is well. */
    List<String> against(MemberVersions mine) {
        List<String> differences = new ArrayList<>();
        if (!lock.equals(mine.lock)) {
            differences.add("its libraries are locked by another work_dir/requirements.txt than this machine's; check out the same version"
                    + " of the project");
        }
        if (!hadoop.equals(mine.hadoop)) {
            differences.add("its Hadoop is " + hadoop + ", this machine's is " + mine.hadoop + "; check out the same version of the project");
        }
        if (!python.equals(mine.python)) {
            differences.add("its Python is " + python + ", this machine's is " + mine.python + "; install Python " + python
                    + " here and let `python3` on PATH be that");
        }
        if (java > mine.java) {
            differences.add("its Java is " + java + ", this machine's is " + mine.java + "; let JAVA_HOME be a JDK " + java + " here");
        }
        return differences;
    }
}
