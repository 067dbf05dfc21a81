package bigdata.template;

import bigdata.config.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Tells of a new application: where it is, and the commands that try it, to be copied as they stand. */
record NextSteps(Project project, PrintWriter out) {
    private static final String LOG = " /tmp/data/test_log2.csv /";

    void tell(Template template, ApplicationName name, Path folder) {
        String place = fromHere(folder);
        out.println("Created " + place);
        template.files().forEach(file -> out.println("  " + name.in(file)));
        out.println();
        if (template == Template.PYTHON) {
            out.println("Next, with a cluster up:");
            out.println("  " + command() + " shell python -m unittest discover -v " + place + "/tests");
            out.println("  " + command() + " submit " + place + "/main.py" + LOG + name.text());
        } else {
            String jar = place + "/target/" + name.text() + "-1.0.jar";
            out.println("Next:");
            out.println("  mvn -f " + place + " package");
            out.println("and with a cluster up:");
            out.println("  " + command() + " submit --class " + name.packageName() + "." + name.className() + " " + jar + LOG + name.text());
            out.println("  " + command() + " shell mvn -f " + place + " surefire:test -Dgroups=cluster -DexcludedGroups=");
        }
        out.println("  " + command() + " fs -cat /" + name.text() + "/part-*");
    }

    /** In the project's top folder as everywhere in the documentation, elsewhere, as in containers, from PATH. */
    private String command() {
        return real(Path.of("")).equals(real(project.home())) ? "./bigdata" : "bigdata";
    }

    private static String fromHere(Path folder) {
        Path here = real(Path.of(""));
        Path there = real(folder);
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unresolved) {
            return path.toAbsolutePath();
        }
    }
}
