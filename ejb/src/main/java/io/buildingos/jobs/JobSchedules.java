package io.buildingos.jobs;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The cluster's schedules. Whichever node looks first claims what is due: it locks the row, sets the next time and begins
 * the run, in one transaction, so that a node killed anywhere in it leaves the schedule as due as it was, and one killed
 * right after leaves a run that another starts.
 *
 * <p>What was missed, because no node lived or the run before was still going, is made up for once: the first missed time
 * runs as soon as it can, the others are dropped.
 */
@Stateless
public class JobSchedules {
    /** Who stands as the one that set a schedule nobody has changed. */
    private static final String DEFAULT = "default";

    private static final String SELECT =
            "select s.job job, s.version version, s.cron cron, s.zone zone, s.enabled enabled,"
                    + " s.next_at next_at, s.last_at last_at, s.changed_by changed_by, s.changed_at changed_at"
                    + " from job_schedules s";
    private static final String DUE =
            " where s.next_at <= :now and s.job in (:jobs) and not exists (select from job_runs r"
                    + " where r.job = s.job and r.exclusive and r.ended_at is null)"
                    + " order by s.next_at limit 1 for update of s skip locked";
    private static final String PUT = "insert into job_schedules"
            + " (job, version, cron, zone, enabled, next_at, changed_by, changed_at)"
            + " values (:job, 1, :cron, :zone, :enabled, :next, :by, :now) on conflict (job) do update set"
            + " version = job_schedules.version + 1, cron = excluded.cron, zone = excluded.zone,"
            + " enabled = excluded.enabled, next_at = excluded.next_at,"
            + " changed_by = excluded.changed_by, changed_at = excluded.changed_at";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private JobRuns runs;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Allowed(Permission.PLATFORM)
    @SystemScope("schedules belong to the platform")
    public ScheduleView of(String job) {
        return find(job).orElse(ScheduleView.none(job));
    }

    /** From now on; what was due before and hasn't run is forgotten. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("schedules belong to the platform")
    public ScheduleView change(String job, long version, ChangeSchedule command) {
        ScheduleView before = of(job);
        String unchanged = PUT + " where job_schedules.version = " + version;
        if (before.version() != version || put(job, command, currentCaller.get().name(), unchanged) == 0) {
            throw Refusal.of(ErrorCode.VERSION_MISMATCH);
        }
        ScheduleView after = of(job);
        auditLog.changedIn(null, "job.scheduled", "job", null, before, after);
        return after;
    }

    /** What the job's code wants, unless somebody has decided otherwise. */
    @Open(Open.To.SYSTEM)
    @SystemScope("schedules belong to the platform")
    public void install(String job, String cron, String zone) {
        put(
                job,
                new ChangeSchedule(cron, zone, true),
                DEFAULT,
                PUT + " where job_schedules.changed_by = '" + DEFAULT + "' and (job_schedules.cron, job_schedules.zone)"
                        + " is distinct from (excluded.cron, excluded.zone)");
    }

    /**
     * Begins the run that has been due longest, if any.
     *
     * @param jobs what each job that can be scheduled here would run as
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("schedules belong to the platform")
    public Optional<UUID> claim(Map<String, NewRun> jobs) {
        Instant now = clock.instant();
        List<?> due = entityManager
                .createNativeQuery(SELECT + DUE, Tuple.class)
                .setParameter("now", now)
                .setParameter("jobs", jobs.keySet())
                .getResultList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        ScheduleView schedule = view((Tuple) due.get(0));
        entityManager
                .createNativeQuery("update job_schedules set last_at = next_at, next_at = :next where job = :job")
                .setParameter("next", Cron.of(schedule.cron(), schedule.zone()).after(now))
                .setParameter("job", schedule.job())
                .executeUpdate();
        return hasRun(schedule.job(), schedule.nextAt())
                ? Optional.empty()
                : Optional.of(runs.begin(jobs.get(schedule.job()).dueAt(schedule.nextAt())));
    }

    /** By a node whose clock goes ahead of the one on which the schedule was then changed. */
    private boolean hasRun(String job, Instant due) {
        return !entityManager
                .createNativeQuery("select 1 from job_runs where job = :job and due_at = :due")
                .setParameter("job", job)
                .setParameter("due", due)
                .getResultList()
                .isEmpty();
    }

    private int put(String job, ChangeSchedule command, String by, String statement) {
        Instant now = clock.instant();
        Instant next = Cron.of(command.cron(), command.zone()).after(now);
        return entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery(statement)
                .setParameter("job", job)
                .setParameter("cron", command.cron())
                .setParameter("zone", command.zone())
                .setParameter("enabled", command.enabled())
                .setParameter("next", command.enabled() ? next : null, Instant.class)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    private Optional<ScheduleView> find(String job) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT + " where s.job = :job", Tuple.class)
                .setParameter("job", job)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(JobSchedules::view).findFirst();
    }

    private static ScheduleView view(Tuple row) {
        return new ScheduleView(
                row.get("job", String.class),
                row.get("version", Long.class),
                row.get("cron", String.class),
                row.get("zone", String.class),
                row.get("enabled", Boolean.class),
                row.get("next_at", Instant.class),
                row.get("last_at", Instant.class),
                row.get("changed_by", String.class),
                row.get("changed_at", Instant.class));
    }
}
