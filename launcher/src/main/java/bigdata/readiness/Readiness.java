package bigdata.readiness;

/** What one attempt found. */
public sealed interface Readiness {
    /** Usable now; {@code detail} is what a person may want to know, or empty. */
    record Ready(String detail) implements Readiness {}

    /** Not usable yet, and why. */
    record NotReady(String reason) implements Readiness {}

    static Readiness ready(String detail) {
        return new Ready(detail);
    }

    static Readiness notReady(String reason) {
        return new NotReady(reason);
    }

    default boolean isReady() {
        return this instanceof Ready;
    }

    /** The detail or the reason. */
    default String text() {
        if (this instanceof Ready ready) {
            return ready.detail();
        }
        return ((NotReady) this).reason();
    }
}
