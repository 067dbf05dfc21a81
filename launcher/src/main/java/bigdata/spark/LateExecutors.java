package bigdata.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The executors of a Spark Worker that leaves. The Master tells their drivers, which take no note of an executor that has not
 * registered yet ({@code CoarseGrainedSchedulerBackend.decommissionExecutors}): one that was starting at that moment would stay, and
 * take work, until its application ends. So each process is told here too, by the signal that Spark has for it: one that knows
 * already does nothing, and one that does not even listen yet ends, without a task that could be lost.
 */
final class LateExecutors {
    private final Map<Long, Integer> asked = new HashMap<>();

    /** Tells the executors below {@code worker}, each less and less often. Called every few seconds. */
    void tell(ProcessHandle worker) throws IOException {
        List<String> due = new ArrayList<>();
        try (Stream<ProcessHandle> children = worker.children()) {
            children.filter(LateExecutors::isJava).map(ProcessHandle::pid).forEach(pid -> {
                if (Integer.bitCount(asked.merge(pid, 1, Integer::sum)) == 1) {
                    due.add(String.valueOf(pid));
                }
            });
        }
        if (!due.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("bash", "-c", "kill -s PWR \"$@\"", "kill"));
            command.addAll(due);
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        }
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("/java")).isPresent();
    }
}
