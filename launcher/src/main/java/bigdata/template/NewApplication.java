package bigdata.template;

import bigdata.ExitStatus;
import bigdata.config.Project;
import bigdata.process.FolderDeletion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes an application's folder out of a template. Needs no cluster. */
public final class NewApplication {
    private final Project project;
    private final PythonNames pythonNames;
    private final PrintWriter out;

    /** @param python knows which names are taken there */
    public NewApplication(Project project, Path python, PrintWriter out) {
        this.project = project;
        this.pythonNames = new PythonNames(python);
        this.out = out;
    }

    /**
     * Creates {@code work_dir/KIND_apps/NAME} and says what to do with it.
     *
     * @throws UnusableNameException when the name is no name or there is such an application
     * @throws NotCreatedException with nothing left behind
     */
    public ExitStatus create(Template template, String text) {
        ApplicationName name = new ApplicationName(text);
        if (template == Template.PYTHON) {
            pythonNames.requireFree(name);
        } else {
            name.requirePackage();
        }
        Path folder = project.home().resolve("work_dir").resolve(template.folder()).resolve(text);
        write(template, name, folder);
        new NextSteps(project, out).tell(template, name, folder);
        return ExitStatus.SUCCESS;
    }

    private static void write(Template template, ApplicationName name, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException taken) {
            throw new UnusableNameException(taken.getFile() + " exists; take another name.");
        } catch (IOException failure) {
            throw new NotCreatedException(folder, failure);
        }
        try {
            for (String file : template.files()) {
                Path target = folder.resolve(name.in(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, name.in(text(template, file)));
            }
        } catch (IOException failure) {
            throw new NotCreatedException(folder, withdrawn(folder, failure));
        }
    }

    private static IOException withdrawn(Path folder, IOException failure) {
        try {
            FolderDeletion.of(folder);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
        return failure;
    }

    private static String text(Template template, String file) throws IOException {
        try (InputStream stream = NewApplication.class.getResourceAsStream(template + "/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("the template " + template + " lacks " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
