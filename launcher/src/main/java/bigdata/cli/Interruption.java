package bigdata.cli;

/**
 * Turns Ctrl-C and TERM into an interrupt of the main thread, and keeps the JVM alive until that has cleaned up. Without it
 * the JVM would end while nodes are half started.
 */
final class Interruption {
    private final Thread main = Thread.currentThread();
    private volatile boolean finished;

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    /** The main thread has nothing left to clean up. */
    void finished() {
        finished = true;
    }

    private void interrupt() {
        if (finished) {
            return;
        }
        main.interrupt();
        try {
            main.join();
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt(); // nobody interrupts a shutdown hook
        }
    }
}
