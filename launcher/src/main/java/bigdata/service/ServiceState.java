package bigdata.service;

/** Where a service is between being asked for and being usable. */
public enum ServiceState {
    /** What it needs is not there yet. */
    WAITING,
    /** Its process runs and is not usable for the first time yet. */
    STARTING,
    READY,
    /** It was ready, its process runs, and it is not usable now. */
    UNREADY,
    /** Its process ended by itself and will be started again. */
    RESTARTING,
    /** It stays down until a person acts. */
    REFUSED,
    STOPPED;

    /** Whether nothing but a person can change it. */
    public boolean isFinal() {
        return this == REFUSED || this == STOPPED;
    }
}
