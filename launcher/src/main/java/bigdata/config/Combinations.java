package bigdata.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.OptionalInt;

/** Rules over several keys. A rule is silent when one of its keys is wrong by itself: that one is told already. */
final class Combinations {
    private final Values values;
    private final Map<Key<?>, Setting> settings;
    private final List<Problem> problems = new ArrayList<>();

    private Combinations(Values values, Map<Key<?>, Setting> settings) {
        this.values = values;
        this.settings = settings;
    }

    /** What does not go together among {@code values}, which came from {@code settings}. */
    static List<Problem> problems(Values values, Map<Key<?>, Setting> settings) {
        Combinations combinations = new Combinations(values, settings);
        combinations.workersCanJoin();
        combinations.replicationFitsWorkers();
        combinations.memoryFitsMachine();
        combinations.portsDiffer();
        return combinations.problems;
    }

    private void workersCanJoin() {
        values.get(Keys.WORKERS).filter(workers -> workers == 0 && !isOpen()).ifPresent(none -> problem(Keys.WORKERS,
                "allowed is 0 only where workers of other machines can join: set bind to an address that they reach, or take 1"));
    }

    /** Whether workers of other machines can join, so that nobody knows how many there will be. */
    private boolean isOpen() {
        return values.get(Keys.BIND).filter(host -> !Topology.isLoopback(host)).isPresent();
    }

    private void replicationFitsWorkers() {
        if (isOpen()) {
            return;
        }
        values.get(Keys.WORKERS).filter(workers -> workers > 0).ifPresent(workers -> values.get(Keys.REPLICATION)
                .filter(copies -> copies > workers)
                .ifPresent(copies -> problem(Keys.REPLICATION, "allowed is at most " + workers
                        + ", the number of workers: every copy needs a worker of its own")));
    }

    private void memoryFitsMachine() {
        values.get(Keys.WORKERS).ifPresent(workers ->
                values.get(Keys.WORKER_MEMORY).ifPresent(memory -> memoryFitsMachine(workers, memory)));
    }

    private void memoryFitsMachine(int workers, int memory) {
        long machine = values.machine().memoryMib();
        if ((long) workers * memory <= machine) {
            return;
        }
        String there = "this machine has " + Kind.size((int) Math.min(Integer.MAX_VALUE, machine));
        if (settings.get(Keys.WORKER_MEMORY).source().equals(Setting.DEFAULT)) {
            problem(Keys.WORKERS, there + ", enough for " + machine / memory + " workers of " + Kind.size(memory)
                    + "; take fewer, or set worker.memory");
        } else {
            problem(Keys.WORKER_MEMORY, there + ": allowed is at most " + machine / workers + "m for each of "
                    + workers + (workers == 1 ? " worker" : " workers"));
        }
    }

    private void portsDiffer() {
        Map<Integer, Key<?>> taken = new HashMap<>();
        for (Key<OptionalInt> key : Keys.PORTS) {
            values.get(key).ifPresent(port -> port.ifPresent(number -> {
                Key<?> other = taken.putIfAbsent(number, key);
                if (other != null) {
                    problem(key, other.name() + " is the same port; every service needs its own");
                }
            }));
        }
    }

    private void problem(Key<?> key, String advice) {
        Setting setting = settings.get(key);
        problems.add(new Problem(setting.key(), setting.value(), setting.source(), advice));
    }
}
