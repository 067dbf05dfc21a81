package bigdata.demo;

import bigdata.ExitStatus;
import bigdata.cluster.RunningCluster;
import bigdata.config.AtomicFile;
import bigdata.config.Project;
import bigdata.job.ClientEnvironment;
import bigdata.job.Generation;
import bigdata.job.Submission;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The main job on a running cluster: logs into HDFS, features by a Java application, predictions by a Python one, a report. */
public final class DemoRun {
    private static final String FOLDER = "/demo";
    private static final String FEATURES_JAR = "work_dir/java_apps/features/target/features-1.0.jar";
    private static final String EXAMPLE = "work_dir/python_apps/example/main.py";

    /**
     * What is generated; null leaves a number to the generator.
     *
     * @param plays lines of log2
     * @param users lines of log1
     * @param songs different songs, or null
     * @param dirt share of malformed lines, 0 to 1
     */
    public record Size(long plays, long users, Long songs, double dirt, long seed) {}

    private final Project project;
    private final ClientEnvironment client;
    private final Submission submission;
    private final PrintWriter out;
    private final String hdfs;
    private final Map<String, Double> stages = new LinkedHashMap<>();

    /** @param terminal whether a person watches standard error */
    public DemoRun(Project project, RunningCluster cluster, PrintWriter out, PrintWriter err, boolean terminal) {
        this.project = project;
        this.client = cluster.client();
        this.submission = new Submission(client, err, terminal);
        this.out = out;
        this.hdfs = cluster.manifest().topology().hdfs();
    }

    /** Where a person finds what the demo made. */
    public Path results() {
        return project.data().resolve("demo");
    }

    /**
     * Runs the three applications one after the other.
     *
     * @param before seconds of what was done before, by stage
     * @throws DemoFailedException when one of them does not end with 0
     */
    public void run(Size size, Map<String, Double> before) throws IOException, InterruptedException {
        stages.putAll(before);
        Files.createDirectories(results());
        CopiedOutput output = new CopiedOutput(System.out);
        stage("generate", "writing the logs to HDFS", generation(size));
        stage("features", "computing the features", features(size.dirt()), output);
        Path facts = client.logs().resolve("demo-facts.json");
        AtomicFile.write(facts, new ObjectMapper().writeValueAsString(facts(size, output.text())));
        stage("predict", "training models and predicting", prediction(facts, size.seed()));
    }

    /** Seconds of each stage so far, in their order. */
    public Map<String, Double> stages() {
        return Map.copyOf(stages);
    }

    private List<String> generation(Size size) {
        return new Generation(size.plays(), size.users(), size.songs(), size.dirt(), size.seed(), true, FOLDER).submitArguments(client);
    }

    private List<String> features(double dirt) {
        List<String> words = new ArrayList<>(client.wholeCluster());
        words.addAll(List.of("--class", "bigdata.features.Features", project.home().resolve(FEATURES_JAR).toString(),
                "0", String.valueOf(Integer.MAX_VALUE), FOLDER + "/log1.csv", FOLDER + "/log2.csv", FOLDER + "/features",
                "--rejects", FOLDER + "/rejects", "--max-rejects", Math.max(1, (int) Math.ceil(dirt * 200)) + "%", "--overwrite"));
        return words;
    }

    private List<String> prediction(Path facts, long seed) {
        return List.of(project.home().resolve(EXAMPLE).toString(), "--features", FOLDER + "/features",
                "--predictions", FOLDER + "/predictions", "--output", results().toString(), "--facts", facts.toString(),
                "--seed", String.valueOf(seed), "--overwrite");
    }

    private Map<String, Object> facts(Size size, String output) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String name : List.of("log1.csv", "log2.csv", "features", "rejects")) {
            paths.put(name.replace(".csv", ""), hdfs + FOLDER + "/" + name);
        }
        return Map.of("plays", size.plays(), "users", size.users(), "logs", Balance.all(output), "paths", paths, "stages", stages);
    }

    private void stage(String name, String doing, List<String> words) throws InterruptedException {
        stage(name, doing, words, new CopiedOutput(System.out));
    }

    private void stage(String name, String doing, List<String> words, CopiedOutput output) throws InterruptedException {
        out.println();
        out.println("--- " + doing);
        long begun = System.nanoTime();
        ExitStatus status = submission.run(words, output);
        if (!status.equals(ExitStatus.SUCCESS)) {
            throw new DemoFailedException(doing, status);
        }
        stages.put(name, Math.round((System.nanoTime() - begun) / 1e7) / 100.0);
    }
}
