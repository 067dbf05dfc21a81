package bigdata.job;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a client of the cluster in our place: on our standard input and output, with its exit code, and never longer than
 * we live ourselves. When this JVM is asked to end, so are the child and all that it started.
 */
public final class Foreground {
    private final ClientEnvironment client;
    private final Duration grace;
    private final AtomicBoolean ending = new AtomicBoolean();

    /** @param grace how long the child may take to end once it is asked to, before it is killed */
    public Foreground(ClientEnvironment client, Duration grace) {
        this.client = client;
        this.grace = grace;
    }

    /**
     * Runs {@code command} until it ends, on our own standard input, output and error.
     *
     * @param variables environment variables beside the cluster's
     * @return its exit code, 128 + N when signal N ended it
     */
    public int run(List<String> command, Map<String, String> variables) {
        Process child = start(command, variables, Redirect.INHERIT);
        return whileTiedToUs(child, child::waitFor);
    }

    /** As {@link #run(List, Map)}, but what it writes is copied to {@code output} and {@code errors}, byte by byte. */
    public int run(List<String> command, Map<String, String> variables, OutputStream output, OutputStream errors) {
        Process child = start(command, variables, Redirect.PIPE);
        return whileTiedToUs(child, () -> {
            Copy outputCopy = Copy.start(child.getInputStream(), output);
            Copy errorCopy = Copy.start(child.getErrorStream(), errors);
            int code = child.waitFor();
            outputCopy.finish();
            errorCopy.finish();
            return code;
        });
    }

    /** Whether we are being ended from outside: how the child ends now is no failure of its own. */
    public boolean ending() {
        return ending.get();
    }

    private Process start(List<String> command, Map<String, String> variables, Redirect outputs) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(Redirect.INHERIT).redirectOutput(outputs).redirectError(outputs);
        Map<String, String> environment = builder.environment();
        environment.putAll(client.variables());
        environment.put("PATH", client.path(environment.get("PATH")));
        environment.putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProgramNotStartedException(command.get(0), e);
        }
    }

    private int whileTiedToUs(Process child, Waiting waiting) {
        Thread end = new Thread(() -> end(child), "end-child");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return waiting.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(child);
            throw new InterruptedRunException(e);
        } finally {
            if (!ending.get()) {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        }
    }

    private void end(Process child) {
        ending.set(true);
        new ProcessTree(child.toHandle()).end(grace);
    }

    @FunctionalInterface
    private interface Waiting {
        int exitCode() throws InterruptedException;
    }
}
