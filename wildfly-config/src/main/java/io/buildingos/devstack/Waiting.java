package io.buildingos.devstack;

import java.util.concurrent.locks.LockSupport;

/** The pause between two looks at a part that is starting. */
final class Waiting {
    private static final long PAUSE_NANOS = 100_000_000L;

    private Waiting() {}

    static void aMoment() {
        LockSupport.parkNanos(PAUSE_NANOS);
        if (Thread.currentThread().isInterrupted()) {
            throw new StackFailure("Interrupted.");
        }
    }
}
