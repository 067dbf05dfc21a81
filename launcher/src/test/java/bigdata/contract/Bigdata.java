package bigdata.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The command {@code bigdata} as a person runs it: a process of its own, on a state of the test's own. */
final class Bigdata {
    /** Project's top folder: Maven runs tests in the module's. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent();
    /** A machine's first {@code up} makes archives of classes, and another suite may run beside it. */
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path state;
    private final Path folder;
    private final Map<String, String> environment;

    /** @param name of the state, which is made beside those of other tests */
    Bigdata(String name, Map<String, String> environment) {
        this(Path.of(System.getenv().getOrDefault("BIGDATA_STATE", HOME.resolve(".bigdata/test/cluster").toString())).resolve(name),
                HOME, environment);
    }

    private Bigdata(Path state, Path folder, Map<String, String> environment) {
        this.state = state;
        this.folder = folder;
        this.environment = environment;
    }

    /** The same, given from another folder. */
    Bigdata in(Path elsewhere) {
        return new Bigdata(state, elsewhere, environment);
    }

    /** The same, with one more variable in its environment. */
    Bigdata with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Bigdata(state, folder, more);
    }

    /** How a command ended. */
    record Result(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    Path state() {
        return state;
    }

    /** Starts a command; its output goes to files. */
    Running start(String... arguments) {
        try {
            Files.createDirectories(state.getParent());
            Path out = Files.createTempFile("bigdata", ".out");
            Path err = Files.createTempFile("bigdata", ".err");
            List<String> command = new ArrayList<>(List.of(HOME.resolve("bigdata").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile()).redirectInput(Path.of("/dev/null").toFile());
            builder.environment().putAll(environment);
            builder.environment().put("BIGDATA_STATE", state.toString());
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that may still run. */
    record Running(Process process, Path out, Path err) {
        Result await() {
            try {
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + LIMIT + ": " + text(out) + text(err));
                }
                Result result = new Result(process.exitValue(), text(out), text(err));
                Files.delete(out);
                Files.delete(err);
                return result;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String outSoFar() {
            return text(out);
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Result run(String... arguments) {
        return start(arguments).await();
    }

    /** Runs a command that must succeed. */
    String succeed(String... arguments) {
        Result result = run(arguments);
        if (result.code() != 0) {
            throw new AssertionError(String.join(" ", arguments) + " ended with " + result.code() + ": " + result.all());
        }
        return result.out();
    }

    JsonNode status() {
        try {
            return JSON.readTree(run("status", "--json").out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a service, such as {@code worker-1/datanode}. */
    ProcessHandle process(String nodeAndService) {
        return ProcessHandle.of(service(nodeAndService).at("/process/pid").asLong()).orElseThrow();
    }

    JsonNode service(String nodeAndService) {
        String[] names = nodeAndService.split("/");
        for (JsonNode service : node(names[0]).path("services")) {
            if (service.path("name").asText().equals(names[1])) {
                return service;
            }
        }
        throw new AssertionError("no service " + nodeAndService);
    }

    JsonNode node(String name) {
        for (JsonNode node : status().path("nodes")) {
            if (node.path("name").asText().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("no node " + name);
    }

    /** Every process of this state: nodes, services and executors. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> commandLine(process).contains(state + "/")).toList();
    }

    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /** Polls until it holds; for what happens by itself and is not waited for by a command. */
    static void eventually(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after 90 s still not: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(300);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
