package bigdata.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The applications of a cluster as its Master tells them, running ones first and then the last that ended.
 *
 * @param running in the order of their start
 * @param ended the latest first; the Master forgets the oldest, and all of them when it restarts
 */
public record Applications(List<Application> running, List<Application> ended) {
    public Applications {
        running = List.copyOf(running);
        ended = List.copyOf(ended);
    }

    /** @throws MasterPageException when the client's Master does not answer */
    public static Applications ask(ClientEnvironment client) {
        try {
            return of(client.pages().state(), KillLog.in(client.logs()).ids());
        } catch (IOException e) {
            throw new MasterPageException(client.pages().master(), e);
        }
    }

    /** @param killed the ids of those that did not end by themselves */
    static Applications of(JsonNode master, Set<String> killed) {
        List<Application> ended = list(master.path("completedapps"));
        ended.replaceAll(each -> killed.contains(each.id()) ? each.killed() : each);
        Collections.reverse(ended);
        return new Applications(list(master.path("activeapps")), ended);
    }

    private static List<Application> list(JsonNode array) {
        List<Application> applications = new ArrayList<>();
        array.forEach(element -> applications.add(Application.of(element)));
        return applications;
    }

    Optional<Application> find(String id) {
        return all().stream().filter(application -> application.id().equals(id)).findFirst();
    }

    private List<Application> all() {
        List<Application> all = new ArrayList<>(running);
        all.addAll(ended);
        return all;
    }

    /** An array of objects with the fields of {@link Application}. */
    public void printJson(PrintWriter out) {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of strings and numbers is JSON", impossible);
        }
    }

    /** A table for a person, or a sentence when there is nothing to show. */
    public void print(PrintWriter out) {
        if (all().isEmpty()) {
            out.println("No application has run since the Master started. `bigdata submit APP` runs one.");
            return;
        }
        Table table = new Table(List.of("ID", "NAME", "USER", "STATE", "CORES", "DURATION"));
        all().forEach(each -> table.add(List.of(each.id(), each.name(), each.user(), each.state(), String.valueOf(each.cores()), each.duration())));
        table.print(out);
    }
}
