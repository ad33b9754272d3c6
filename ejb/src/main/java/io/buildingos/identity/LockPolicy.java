package io.buildingos.identity;

import java.time.Duration;

/**
 * How long an account takes no login after so many wrong ones in a row: four mistakes are human, the fifth costs half a
 * minute, each further one twice the one before, never more than a quarter of an hour (else guessing would be a way to
 * lock somebody out).
 */
final class LockPolicy {
    static final int FREE_FAILURES = 4;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private LockPolicy() {}

    static Duration delayAfter(int failures) {
        if (failures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES - 1, 10);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
