package bigdata.environment;

import bigdata.process.FolderDeletion;
import bigdata.python.Uv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code pyproject.toml} and both locks, changed in a draft beside them: until {@link #publish} the project's own are as they were.
 * docs/developing.md says the same commands for people.
 */
final class Requirements implements AutoCloseable {
    private static final String LIST = "pyproject.toml";
    private static final String LOCK = "requirements.txt";
    private static final String TEST_LOCK = "requirements-test.txt";
    private static final List<String> FILES = List.of(LIST, LOCK, TEST_LOCK);
    private static final List<String> COMPILE = List.of("pip", "compile", LIST, "--universal", "--generate-hashes", "--python-version",
            "3.11", "--no-header", "--quiet");

    private final Path folder;
    private final Path draft;
    private final Uv uv;
    private final Map<String, byte[]> before = new HashMap<>();

    /** @param folder {@code work_dir}, which the draft lies in too: a file is moved from there at once or not at all */
    Requirements(Path folder, Uv uv) throws IOException {
        this.folder = folder;
        this.uv = uv;
        for (String file : FILES) {
            before.put(file, Files.readAllBytes(folder.resolve(file)));
        }
        this.draft = draft(folder);
    }

    /** Whether the draft asks for the same as the project's own list. */
    boolean isUnchanged() throws IOException {
        return Files.mismatch(folder.resolve(LIST), draft.resolve(LIST)) < 0;
    }

    /**
     * Adds packages to the drafted list, whose comments and order stay.
     *
     * @throws NotAddedException in uv's words, when one is no requirement
     */
    void add(List<String> packages) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("add", "--frozen", "--quiet", "--"));
        words.addAll(packages);
        require(packages, words);
    }

    /** Locks the drafted list; what is locked keeps its version if it can. */
    void lock(List<String> packages) throws IOException, InterruptedException {
        require(packages, with("-o", LOCK));
        require(packages, with("--group", "test", "-c", LOCK, "-o", TEST_LOCK));
    }

    /** Puts copies of the draft in the place of the project's files. Disk space is needed before the first of them is touched. */
    void publish() throws IOException {
        for (String file : FILES) {
            Files.copy(draft.resolve(file), next(file), StandardCopyOption.REPLACE_EXISTING);
        }
        for (String file : FILES) {
            Files.move(next(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Undoes {@link #publish}, to the byte. */
    void restore() throws IOException {
        for (String file : FILES) {
            Files.write(draft.resolve(file), before.get(file));
        }
        publish();
    }

    @Override
    public void close() throws IOException {
        FolderDeletion.of(draft);
    }

    private Path next(String file) {
        return draft.resolve(file + ".next");
    }

    private void require(List<String> packages, List<String> words) throws IOException, InterruptedException {
        Uv.Answer answer = uv.run(draft, words);
        if (!answer.succeeded()) {
            throw NotAddedException.explaining(packages, answer.words());
        }
    }

    private static List<String> with(String... options) {
        List<String> words = new ArrayList<>(COMPILE);
        words.addAll(List.of(options));
        return words;
    }

    /** A copy, or nothing of it. */
    private static Path draft(Path folder) throws IOException {
        Path draft = Files.createTempDirectory(folder, ".env-add-");
        try {
            for (String file : FILES) {
                Files.copy(folder.resolve(file), draft.resolve(file));
            }
            return draft;
        } catch (IOException full) {
            FolderDeletion.of(draft);
            throw full;
        }
    }
}
