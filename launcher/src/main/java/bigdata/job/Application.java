package bigdata.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * An application that the Master knows.
 *
 * @param state as Spark names it: WAITING and RUNNING, then FINISHED, FAILED or KILLED
 * @param cores granted now, or until it ended
 * @param seconds since it started, or from start to end
 */
public record Application(String id, String name, String user, String state, int cores, long seconds) {
    /** One element of {@code activeapps} or {@code completedapps} in the Master's JSON. */
    static Application of(JsonNode application) {
        return new Application(application.path("id").asText(), application.path("name").asText(), application.path("user").asText(),
                application.path("state").asText(), application.path("cores").asInt(), application.path("duration").asLong() / 1000);
    }

    /** The same, of which we know how it ended. */
    Application killed() {
        return new Application(id, name, user, "KILLED", cores, seconds);
    }

    /** The duration as a person reads it: the two largest units. */
    String duration() {
        Duration duration = Duration.ofSeconds(seconds);
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s" : seconds + " s";
    }
}
