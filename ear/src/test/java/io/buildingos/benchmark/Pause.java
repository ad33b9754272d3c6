package io.buildingos.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Between two looks at something that takes its time. */
final class Pause {
    private Pause() {}

    static void aMoment() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
