package io.buildingos.platform;

import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes rows whose time is over. None of them tells anybody anything: what happened stands in the audit. */
@Stateless
public class RowRetention {
    /** A transaction stays short. */
    public static final int AT_ONCE = 5_000;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** What expires, and which of it. */
    public enum Expired {
        IDEMPOTENCY_KEYS("idempotency keys", "idempotency_keys", "created_at < :before", Duration.ofHours(25)),
        TOKENS("single-use tokens", "single_use_tokens", "expires_at < :before", Duration.ofDays(30)),
        REFRESH_TOKENS(
                "refresh tokens",
                "refresh_tokens",
                "session_id in (select id from sessions where expires_at < :before)",
                Duration.ofDays(30)),
        SESSIONS(
                "sessions",
                "sessions",
                "expires_at < :before and not exists (select from refresh_tokens r where r.session_id = sessions.id)",
                Duration.ofDays(30)),
        /** All of an instance at once, with its steps, progress and log. */
        EXECUTIONS(
                "jobs with all their executions",
                "job_instance",
                "exists (select from job_execution e where e.jobinstanceid = job_instance.jobinstanceid) and not exists"
                        + " (select from job_execution e where e.jobinstanceid = job_instance.jobinstanceid"
                        + " and (e.endtime is null or e.endtime >= :before))",
                Duration.ofDays(90)),
        FINDINGS(
                "findings of verifications",
                "verification_findings",
                "run_id in (select id from verification_runs where started_at < :before)",
                Duration.ofDays(90)),
        /** With the results of their checks. */
        VERIFICATIONS(
                "verifications",
                "verification_runs",
                "started_at < :before and not exists"
                        + " (select from verification_findings f where f.run_id = verification_runs.id)",
                Duration.ofDays(90));

        private final String words;
        private final String table;
        private final String condition;
        private final Duration after;

        Expired(String words, String table, String condition, Duration after) {
            this.words = words;
            this.table = table;
            this.condition = condition;
            this.after = after;
        }

        public String words() {
            return words;
        }

        private Instant before(Instant now) {
            return now.minus(after);
        }
    }

    /** Deletes up to {@link #AT_ONCE}; returns how many. */
    @Open(Open.To.SYSTEM)
    @SystemScope("what expires belongs to every tenant")
    public int sweep(Expired expired) {
        return entityManager
                .createNativeQuery(
                        "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s limit %3$d))"
                                .formatted(expired.table, expired.condition, AT_ONCE))
                .setParameter("before", expired.before(clock.instant()))
                .executeUpdate();
    }

    @Open(Open.To.SYSTEM)
    @SystemScope("what expires belongs to every tenant")
    public long count(Expired expired) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from %s where %s".formatted(expired.table, expired.condition))
                        .setParameter("before", expired.before(clock.instant()))
                        .getSingleResult())
                .longValue();
    }
}
