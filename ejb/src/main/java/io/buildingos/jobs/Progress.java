package io.buildingos.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an execution is.
 *
 * @param done items, those before a restart included
 * @param total null: nobody can tell
 * @param ratePerSecond of this execution alone; null before there is anything to measure
 * @param remainingSeconds at that rate; null when it can't be told or nothing runs
 */
public record Progress(long done, Long total, Double ratePerSecond, Long remainingSeconds) {
    private static final double MILLIS = 1_000;
    private static final double TENTHS = 10;

    /**
     * @param before what executions of the same instance had done when this one began
     * @param endedAt null: it still runs, and {@code now} counts
     */
    static Progress of(long done, long before, Long total, Instant startedAt, Instant endedAt, Instant now) {
        if (startedAt == null || done == before) {
            return new Progress(done, total, null, null);
        }
        long millis = Math.max(
                1, Duration.between(startedAt, endedAt == null ? now : endedAt).toMillis());
        double rate = (done - before) * MILLIS / millis;
        Long remaining = endedAt != null || total == null ? null : (long) Math.ceil(Math.max(0, total - done) / rate);
        return new Progress(done, total, Math.round(rate * TENTHS) / TENTHS, remaining);
    }
}
