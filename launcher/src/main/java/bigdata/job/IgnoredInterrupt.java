package bigdata.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * While this is open, Ctrl-C does not end this JVM. A child of it is not affected: handlers are not inherited. The JDK has
 * this in {@code sun.misc.Signal} only, a supported module whose use the compiler cannot be told to accept.
 */
final class IgnoredInterrupt implements AutoCloseable {
    private static final String PACKAGE = "sun.misc.";

    private final Object before;

    private IgnoredInterrupt(Object before) {
        this.before = before;
    }

    static IgnoredInterrupt begin() {
        try {
            Class<?> handler = Class.forName(PACKAGE + "SignalHandler");
            Object nothing = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            return new IgnoredInterrupt(handle(nothing));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("every JDK has " + PACKAGE + "SignalHandler", e);
        }
    }

    @Override
    public void close() {
        handle(before);
    }

    private static Object handle(Object handler) {
        try {
            Class<?> signal = Class.forName(PACKAGE + "Signal");
            Method handle = signal.getMethod("handle", signal, Class.forName(PACKAGE + "SignalHandler"));
            return handle.invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("the JDK does not let Ctrl-C be ignored", cause);
        }
    }
}
