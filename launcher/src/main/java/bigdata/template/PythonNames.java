package bigdata.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which modules are taken, as the Python that will run the application says.
 *
 * @param python an interpreter; one that does not start takes no name
 */
record PythonNames(Path python) {
    private static final String ASK = "import importlib.util, keyword, sys; name = sys.argv[1];"
            + " sys.exit(3 if keyword.iskeyword(name) or importlib.util.find_spec(name) else 0)";
    private static final int TAKEN = 3;

    /** Refuses a name whose package could not be imported, or would hide a library from the application. */
    void requireFree(ApplicationName name) {
        List<String> command = List.of(python.toString(), "-I", "-c", ASK, name.moduleName());
        try {
            if (new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == TAKEN) {
                throw new UnusableNameException("Python has something named " + name.moduleName() + " already, which the application"
                        + " could no longer use; take another name, such as " + name.text() + "-job.");
            }
        } catch (IOException noPython) {
            return; // the first program that needs one says so
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new UnusableNameException("interrupted while asking Python for its names");
        }
    }
}
