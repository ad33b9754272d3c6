package io.buildingos.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * The caller of the running thread. Set once where work enters (request filter, timer, partition) for as long as that
 * work lasts; whoever asks outside of any gets an anonymous one, who may do nothing and see nothing.
 */
@ApplicationScoped
public class CurrentCaller {
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final Caller NOBODY = Caller.anonymous("none", null);

    public Caller get() {
        return current();
    }

    static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? NOBODY : caller;
    }

    /** Until {@link Scope#close}, the thread works for this caller; afterwards again for the one before. */
    public Scope enter(Caller caller) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Within an entered scope, the caller turns out to be this one: the request has been authenticated. */
    public void become(Caller caller) {
        CURRENT.set(caller);
    }

    public <T> T call(Caller caller, Callable<T> work) throws Exception {
        try (Scope entered = enter(caller)) {
            return work.call();
        }
    }

    public void run(Caller caller, Runnable work) {
        try (Scope entered = enter(caller)) {
            work.run();
        }
    }

    /** Ends what {@link #enter} began; closing throws nothing. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
