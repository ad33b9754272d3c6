package io.buildingos.jobs;

import io.buildingos.kernel.Tagged;
import java.time.Instant;

/**
 * When a job starts by itself.
 *
 * @param version of what people decide; the runs that came due don't change it
 * @param cron null: it never had a schedule
 * @param nextAt null while it is off
 * @param lastAt when it was last due and started
 */
public record ScheduleView(
        String job,
        long version,
        String cron,
        String zone,
        boolean enabled,
        Instant nextAt,
        Instant lastAt,
        String changedBy,
        Instant changedAt)
        implements Tagged {
    static ScheduleView none(String job) {
        return new ScheduleView(job, 0, null, null, false, null, null, null, null);
    }
}
