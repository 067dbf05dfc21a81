package bigdata.suites;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Runs suites: what a command writes goes to the suite's log; failed tests are told, or the log's end when none explains it. */
final class TestRunner {
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);
    private static final int TAIL = 40;
    private static final String OURS = "BIGDATA_";
    private static final String REQUIRE = "BIGDATA_REQUIRE_";

    private final Path state;
    private final Path logs;
    private final Duration limit;
    private final PrintWriter out;
    /** The modules' target folders, into which one Maven at a time can write. */
    private final ReentrantLock targets = new ReentrantLock();

    /**
     * @param state where suites may keep clusters of their own, never the user's
     * @param logs folder of the logs
     * @param limit after which a command that still runs is ended and has failed
     * @param out for a person
     */
    TestRunner(Path state, Path logs, Duration limit, PrintWriter out) {
        this.state = state;
        this.logs = logs;
        this.limit = limit;
        this.out = out;
    }

    SuiteResult run(Suite suite, Map<String, String> environment) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        out.println(suite.name() + ": " + suite.about());
        if (suite.lacks().isPresent()) {
            out.println(suite.name() + " is skipped: " + suite.lacks().get());
            return new SuiteResult(suite.name(), new Tally(0, 0, 1), Duration.ZERO);
        }
        Files.createDirectories(logs);
        Path log = logs.resolve("test-" + suite.name() + ".log");
        Files.deleteIfExists(log);
        Outcome outcome = Outcome.NONE;
        for (TestRun run : suite.runs()) {
            outcome = outcome.plus(run.writesTargets() ? alone(suite, run, environment, log) : run(suite, run, environment, log));
        }
        SuiteResult result = new SuiteResult(suite.name(), outcome.tally(), Duration.between(begun, Instant.now()));
        tell(result, outcome.failures(), log);
        return result;
    }

    /** Whether {@code suite} would have to wait for the Maven of another one. */
    boolean isBusyFor(Suite suite) {
        return suite.beginsInTargets() && targets.isLocked();
    }

    private Outcome alone(Suite suite, TestRun run, Map<String, String> environment, Path log) throws IOException, InterruptedException {
        targets.lockInterruptibly();
        try {
            return run(suite, run, environment, log);
        } finally {
            targets.unlock();
        }
    }

    private Outcome run(Suite suite, TestRun run, Map<String, String> environment, Path log) throws IOException, InterruptedException {
        if (!Files.isDirectory(run.directory())) {
            Files.writeString(log, run.directory() + " does not exist\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Outcome.NONE.plusUnexplained();
        }
        JunitReports reports = new JunitReports(run.reports());
        reports.clear();
        ProcessBuilder builder = new ProcessBuilder(run.command())
                .directory(run.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith(OURS) && !name.startsWith(REQUIRE));
        builder.environment().put("BIGDATA_STATE", state.resolve(suite.name()).toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean succeeded = endsWell(suite, process, log);
        Outcome outcome = reports.read();
        boolean unexplained = !succeeded && outcome.tally().failed() == 0;
        return unexplained ? outcome.plusUnexplained() : outcome;
    }

    private boolean endsWell(Suite suite, Process process, Path log) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        while (!process.waitFor(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
            Duration running = Duration.between(begun, Instant.now());
            if (running.compareTo(limit) > 0) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                Files.writeString(log, "Ended by the limit of " + limit.toMinutes() + " minutes\n", StandardOpenOption.APPEND);
            } else {
                out.println("  " + suite.name() + " runs for " + running.toSeconds() + " s");
            }
        }
        return process.exitValue() == 0;
    }

    /** All of it at once, whatever other suites have to tell. */
    private synchronized void tell(SuiteResult result, List<FailedTest> failures, Path log) throws IOException {
        failures.forEach(failure -> failure.print(out));
        if (result.failed() && failures.isEmpty()) {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).forEach(line -> out.println("  | " + line));
        }
        String verdict = result.tally().total() == 0 ? "no test ran, which is a failure" : result.tally().toString();
        out.printf("%s ended: %s, %d s, log %s%n", result.suite(), verdict, result.took().toSeconds(), log);
    }
}
