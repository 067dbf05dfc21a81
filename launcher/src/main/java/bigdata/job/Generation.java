package bigdata.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the log generator; a null number leaves the choice to the generator.
 *
 * @param dirt share of malformed lines
 * @param folder the HDFS folder that gets log1.csv and log2.csv
 */
public record Generation(Long plays, Long users, Long songs, Double dirt, Long seed, boolean overwrite, String folder) {
    private static final String JAR = "work_dir/java_apps/loggen/target/loggen-1.0.jar";

    /** The spark-submit command line of this run, on every core of the cluster: nothing else is as parallel. */
    public List<String> submitArguments(ClientEnvironment client) {
        Path jar = client.installation().home().resolve(JAR);
        List<String> words = new ArrayList<>(client.wholeCluster());
        words.addAll(List.of("--class", "bigdata.loggen.LogGenerator", "--name", "generate", jar.toString()));
        add(words, "--plays", plays);
        add(words, "--users", users);
        add(words, "--songs", songs);
        add(words, "--dirt", dirt);
        add(words, "--seed", seed);
        if (overwrite) {
            words.add("--overwrite");
        }
        words.add(folder);
        return words;
    }

    private static void add(List<String> words, String option, Number value) {
        if (value != null) {
            words.addAll(List.of(option, value.toString()));
        }
    }
}
