package bigdata.job;

import bigdata.process.ProcessEnder;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Runs a client of the cluster in our place: on our standard input and output and with its exit code. When we are
 * interrupted, which is what Ctrl-C and TERM come to, the child and all that it started end first.
 */
public final class Foreground {
    private final ClientEnvironment client;
    private final Duration grace;

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
     * @throws InterruptedException when interrupted; the child has ended
     */
    public int run(List<String> command, Map<String, String> variables) throws InterruptedException {
        return await(start(command, variables, Redirect.INHERIT));
    }

    /** As {@link #run(List, Map)}, but what it writes is copied to {@code output} and {@code errors}, byte by byte. */
    public int run(List<String> command, Map<String, String> variables, OutputStream output, OutputStream errors)
            throws InterruptedException {
        Process child = start(command, variables, Redirect.PIPE);
        Copy outputCopy = Copy.start(child.getInputStream(), output);
        Copy errorCopy = Copy.start(child.getErrorStream(), errors);
        int code = await(child);
        outputCopy.finish();
        errorCopy.finish();
        return code;
    }

    private Process start(List<String> command, Map<String, String> variables, Redirect outputs) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(Redirect.INHERIT).redirectOutput(outputs).redirectError(outputs);
        Map<String, String> environment = builder.environment();
        environment.putAll(client.programs().variables());
        environment.put("PATH", client.programs().path(environment.get("PATH")));
        environment.putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProgramNotStartedException(command.get(0), e);
        }
    }

    private int await(Process child) throws InterruptedException {
        try {
            return child.waitFor();
        } catch (InterruptedException e) {
            ProcessEnder.end(List.of(child.toHandle()), grace);
            throw e;
        }
    }
}
