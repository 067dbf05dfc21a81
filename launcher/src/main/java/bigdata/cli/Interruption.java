package bigdata.cli;

import bigdata.ExitStatus;

/**
 * Turns Ctrl-C and TERM into an interrupt of the main thread, and keeps the JVM alive until that has cleaned up. Without it
 * the JVM would end while nodes are half started.
 */
final class Interruption {
    private final Thread main = Thread.currentThread();
    private boolean ending;

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    /**
     * Ends the JVM with {@code status}, as the main thread's last act. After a signal the JVM is ending already, with that
     * signal's own exit code, and waits for this thread.
     */
    void exit(ExitStatus status) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        System.exit(status.code());
    }

    private void interrupt() {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        main.interrupt();
        try {
            main.join();
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt(); // nobody interrupts a shutdown hook
        }
    }
}
