package bigdata.cli;

import bigdata.config.Project;
import bigdata.versions.VersionReport;
import java.nio.file.Path;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws Exception {
        Project project = Project.at(Path.of(System.getProperty("bigdata.home", "")), System.getenv());
        return new VersionReport(project).lines().toArray(String[]::new);
    }
}
