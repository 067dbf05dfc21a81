package bigdata.environment;

import bigdata.config.Project;
import bigdata.python.PythonEnvironment;
import bigdata.python.PythonEnvironmentException;
import bigdata.python.Uv;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Adds libraries to the cluster's Python environment: to the list, to both locks, and to the nodes, or to nothing of it. */
public final class EnvironmentAddition {
    private final Project project;
    private final Path environment;
    private final Nodes nodes;
    private final PrintWriter out;

    /** How nodes get an environment. */
    public interface Nodes {
        /** Whether to begin now: what follows may end what people run. */
        boolean agreed() throws IOException;

        /** Installs what the project locks now; when this fails, its files are put back. */
        void install() throws IOException, InterruptedException;

        /** Lets the nodes use it, or says who must do what. */
        void use() throws IOException, InterruptedException;
    }

    /**
     * @param environment the folder of this machine's
     * @param nodes whose environment it is
     * @param out for a person
     */
    public EnvironmentAddition(Project project, Path environment, Nodes nodes, PrintWriter out) {
        this.project = project;
        this.environment = environment;
        this.nodes = nodes;
        this.out = out;
    }

    /**
     * Adds {@code packages}.
     *
     * @return whether anything was to be done
     * @throws NotAddedException with a sentence; nothing is changed then
     */
    public boolean add(List<String> packages) throws InterruptedException {
        Uv uv = new Uv(PythonEnvironment.of(project, environment, out).ensure().program("uv"));
        try (Requirements requirements = new Requirements(project.home().resolve("work_dir"), uv)) {
            requirements.add(packages);
            if (requirements.isUnchanged()) {
                return false;
            }
            out.println("Locking " + String.join(", ", packages) + " and what it needs");
            requirements.lock(packages);
            if (!nodes.agreed()) {
                throw new NotAddedException("not without your yes; `--yes` goes on without asking.");
            }
            installOrRestore(requirements);
            nodes.use();
            return true;
        } catch (IOException failure) {
            throw new NotAddedException(failure.getMessage() + ".", failure);
        } catch (PythonEnvironmentException failure) {
            throw new NotAddedException(failure.getMessage(), failure);
        }
    }

    private void installOrRestore(Requirements requirements) throws IOException, InterruptedException {
        boolean installed = false;
        try {
            requirements.publish();
            nodes.install();
            installed = true;
        } finally {
            if (!installed) {
                requirements.restore();
            }
        }
    }
}
