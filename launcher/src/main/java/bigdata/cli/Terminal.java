package bigdata.cli;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {
    }

    /** Whether standard error is a terminal. The JDK cannot tell; the shell that started us says so. */
    static boolean watched() {
        return Boolean.getBoolean("bigdata.terminal");
    }
}
