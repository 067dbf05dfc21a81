package bigdata.cluster;

import bigdata.node.ClusterManifest;
import bigdata.node.NodeRole;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of nodes: {@code master}, {@code worker-1} to {@code worker-N}. */
final class Nodes {
    static final String MASTER = "master";
    private static final String WORKER = "worker-";
    private static final Pattern NUMBERED = Pattern.compile(WORKER + "[0-9]{1,4}");

    private Nodes() {}

    /** All that the cluster should have, the master first. */
    static List<String> of(ClusterManifest manifest) {
        if (manifest.isJoined()) {
            return List.of(); // its master has all nodes but one elsewhere
        }
        return Stream.concat(Stream.of(MASTER), IntStream.rangeClosed(1, manifest.size().workers()).mapToObj(Nodes::worker)).toList();
    }

    /** The name of the worker with a number from 1. */
    static String worker(int number) {
        return WORKER + number;
    }

    /** A number of workers, in words. */
    static String workers(int count) {
        return count == 1 ? "1 worker" : count + " workers";
    }

    /** The number of a worker, as in {@code worker-3}; 0 for any other node. */
    static int number(String name) {
        return NUMBERED.matcher(name).matches() ? Integer.parseInt(name.substring(WORKER.length())) : 0;
    }

    /** Those workers of {@code names} whose number is higher than {@code workers}, the last first. */
    static List<String> beyond(int workers, Collection<String> names) {
        return names.stream().filter(name -> number(name) > workers).sorted(Comparator.comparing(Nodes::number).reversed()).toList();
    }

    static NodeRole role(String name) {
        return name.equals(MASTER) ? NodeRole.MASTER : NodeRole.WORKER;
    }
}
