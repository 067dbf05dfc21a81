package bigdata.spark.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Why a request can never be met: what was asked, what there is, and which setting to change. */
final class Refusal {
    private Refusal() {
    }

    /** @throws ImpossibleRequestException when none of {@code workers} can ever serve {@code request} */
    static void check(ExecutorRequest request, Collection<Offer> workers) {
        ofRequest(request).or(() -> ofWorkers(request, workers)).ifPresent(reason -> {
            throw new ImpossibleRequestException(reason);
        });
    }

    /** The reason that lies in the request alone, whatever the workers have. */
    static Optional<String> ofRequest(ExecutorRequest request) {
        if (request.coresMax().isPresent() && request.coresMax().getAsInt() < request.leastCores()) {
            String wanted = request.cores().isPresent() ? "spark.executor.cores" : "spark.task.cpus";
            return Optional.of("The application may use %s in all (spark.cores.max), but one executor needs %d (%s)."
                    .formatted(cores(request.coresMax().getAsInt()), request.leastCores(), wanted)
                    + " Raise spark.cores.max or lower " + wanted + ".");
        }
        return Optional.empty();
    }

    /** The reason that none of the workers, of which there is at least one, can ever start an executor. */
    static Optional<String> ofWorkers(ExecutorRequest request, Collection<Offer> workers) {
        if (workers.stream().anyMatch(worker -> worker.holds(request))) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        long memory = largest(workers, Offer::memoryMb);
        if (request.memoryMb() > memory) {
            reasons.add("Each executor asks for %d MiB of memory, but the largest worker has %d MiB.".formatted(request.memoryMb(), memory)
                    + " Lower spark.executor.memory (--executor-memory) to at most " + memory + "m.");
        }
        long cores = largest(workers, Offer::cores);
        if (request.leastCores() > cores) {
            String setting = request.cores().isPresent() ? "spark.executor.cores (--executor-cores)" : "spark.task.cpus";
            reasons.add("Each executor asks for %s, but the largest worker has %d.".formatted(cores(request.leastCores()), cores)
                    + " Lower " + setting + " to at most " + cores + ".");
        }
        request.resources().forEach((name, amount) -> {
            long most = largest(workers, worker -> worker.has(name));
            if (amount > most) {
                reasons.add("Each executor asks for %d of the resource %s, but no worker has more than %d.".formatted(amount, name, most)
                        + " Lower spark.executor.resource." + name + ".amount.");
            }
        });
        return Optional.of(reasons.isEmpty() ? together(request, workers) : String.join(" ", reasons));
    }

    private static String together(ExecutorRequest request, Collection<Offer> workers) {
        List<String> sizes = workers.stream().map(worker -> cores(worker.cores()) + " and " + worker.memoryMb() + " MiB").distinct().toList();
        return "Each executor asks for %s and %d MiB of memory%s, but no worker has all of it: they have %s.".formatted(
                cores(request.leastCores()), request.memoryMb(), request.resources().isEmpty() ? "" : " and " + request.resources(),
                String.join("; ", sizes)) + " Lower spark.executor.memory or spark.executor.cores.";
    }

    private static String cores(long number) {
        return number == 1 ? "1 core" : number + " cores";
    }

    private static long largest(Collection<Offer> workers, ToLongFunction<Offer> of) {
        return workers.stream().mapToLong(of).max().orElse(0);
    }
}
