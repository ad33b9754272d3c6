package io.buildingos.benchmark;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Between two looks at something that takes its time. */
final class Pause {
    private Pause() {}

    static void aMoment() {
        of(Duration.ofMillis(50));
    }

    static void of(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
