package io.buildingos.jobs;

import java.time.Instant;

/**
 * When a job starts by itself.
 *
 * @param cron null: it never had a schedule
 * @param nextAt null while it is off
 * @param lastAt when it was last due and started
 */
public record ScheduleView(
        String job,
        String cron,
        String zone,
        boolean enabled,
        Instant nextAt,
        Instant lastAt,
        String changedBy,
        Instant changedAt) {
    static ScheduleView none(String job) {
        return new ScheduleView(job, null, null, false, null, null, null, null);
    }
}
