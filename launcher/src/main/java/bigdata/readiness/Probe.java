package bigdata.readiness;

/** One stateless attempt to find out whether something is usable: not whether it runs. */
@FunctionalInterface
public interface Probe {
    /** Answers within seconds and never throws for what it probes. */
    Readiness attempt() throws InterruptedException;

    /** Ready when both are; the first that is not gives the reason. */
    default Probe and(Probe next) {
        return () -> {
            Readiness first = attempt();
            return first.isReady() ? next.attempt() : first;
        };
    }

    /** Ready at once. */
    static Probe none() {
        return () -> Readiness.ready("");
    }
}
