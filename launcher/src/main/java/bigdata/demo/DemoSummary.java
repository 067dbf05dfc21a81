package bigdata.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * The few lines with which the demo ends.
 *
 * @param results the folder with {@code summary.json} and {@code report.html}
 */
public record DemoSummary(Path results) {
    /** @param pages of the cluster by name; empty when it is stopped */
    public void print(PrintWriter out, Map<String, String> pages) throws IOException {
        JsonNode summary = new ObjectMapper().readTree(results.resolve("summary.json").toFile());
        out.println();
        out.printf("%,d plays of %,d users became %,d rows of features.%n", summary.path("plays").asLong(),
                summary.path("users").asLong(), summary.path("features_rows").asLong());
        String chosen = summary.path("chosen").asText();
        for (JsonNode model : summary.path("models")) {
            if (model.path("name").asText().equals(chosen)) {
                out.printf("Best model: %s, ROC AUC %.3f (guessing: %.3f).%n", chosen, model.path("roc_auc").asDouble(),
                        summary.at("/baseline/roc_auc").asDouble());
            }
        }
        StringBuilder stages = new StringBuilder();
        summary.path("stages").properties().forEach(stage ->
                stages.append(stages.isEmpty() ? "" : ", ").append(stage.getKey()).append(' ').append(stage.getValue().asText()));
        out.println("Seconds: " + stages);
        out.println();
        out.println("Report        " + results.resolve("report.html"));
        out.println("Figures       " + results.resolve("summary.json"));
        out.println("In HDFS       /demo/log1.csv /demo/log2.csv /demo/features /demo/rejects /demo/predictions");
        pages.forEach((name, address) -> out.printf("%-13s %s%n", name, address));
        if (!pages.isEmpty()) {
            out.println();
            out.println("Try next:  ./bigdata fs -ls /demo      ./bigdata shell pyspark      ./bigdata down");
        }
    }
}
