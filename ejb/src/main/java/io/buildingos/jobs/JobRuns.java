package io.buildingos.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.SystemScope;
import io.buildingos.kernel.UuidV7;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The life of a run: begun before its execution, bound to it, ended with it. In transactions of their own, since what a
 * step rolls back mustn't take this along; only a schedule begins its run together with its next time.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobRuns {
    private static final String SELECT = "select r.id id, r.job job, r.execution_id execution_id,"
            + " r.launched_by launched_by, r.request_id request_id, cast(r.parameters as text) parameters from job_runs r";
    private static final String INSERT = "insert into job_runs (id, job, execution_id, door, launched_by, user_id,"
            + " request_id, node, incarnation, exclusive, parameters, due_at, created_at, ended_at, error) values (:id,"
            + " :job, :execution, :door, :by, :user, :request, :node, :incarnation, :exclusive,"
            + " cast(:parameters as jsonb), :due, :now, :ended, :error)";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    /**
     * Takes the job's place among the running ones, and tells the audit.
     *
     * @throws io.buildingos.kernel.Refusal JOB_RUNNING, when it must not overlap and one hasn't ended
     */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public UUID begin(NewRun run) {
        UUID id = UuidV7.create();
        endSilent();
        insert(id, run, null, false, null);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("job", run.job());
        details.put("door", run.door());
        details.put("parameters", run.parameters());
        if (run.restartOf() != null) {
            details.put("execution", run.restartOf());
        }
        auditLog.happenedIn(null, run.restartOf() == null ? "job.launched" : "job.restarted", "job", id, details);
        return id;
    }

    /**
     * Ends runs whose execution could tell nobody that it ended: the database was away, or it was stopped before its first
     * line. The execution's status tells, which JBeret writes last.
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public void endSilent() {
        entityManager
                .createNativeQuery("update job_runs r set ended_at = e.endtime from job_execution e"
                        + " where e.jobexecutionid = r.execution_id and r.ended_at is null"
                        + " and e.batchstatus not in ('STARTING', 'STARTED', 'STOPPING') and e.endtime is not null")
                .executeUpdate();
    }

    /** An execution that came past the boundary and mustn't run: kept with its reason, and told the audit. */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public void refuse(NewRun run, long execution, String reason) {
        UUID id = UuidV7.create();
        insert(id, run, execution, true, reason);
        auditLog.happenedIn(
                null, "job.refused", "job", id, Map.of("job", run.job(), "door", run.door(), "reason", reason));
    }

    /** An act on a job, or the refusal of one. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public void recordAct(String action, Map<String, ?> details) {
        auditLog.happenedIn(null, action, "job", null, details);
    }

    /** Whoever comes first binds: the launch that learnt the execution's number, or the execution itself. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public void bind(UUID run, long execution) {
        entityManager
                .createNativeQuery("update job_runs set execution_id = :execution where id = :id"
                        + " and execution_id is null and ended_at is null")
                .setParameter("execution", execution)
                .setParameter("id", run)
                .executeUpdate();
    }

    @Open(Open.To.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<JobRunView> ofExecution(long execution) {
        return find(" where r.execution_id = :key", execution);
    }

    @Allowed(Permission.PLATFORM)
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<JobRunView> byId(UUID id) {
        return find(" where r.id = :key", id);
    }

    /** Whoever runs it will see. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public void requestStop(long execution) {
        entityManager
                .createNativeQuery("update job_runs set stop_requested_at = coalesce(stop_requested_at, :now)"
                        + " where execution_id = :execution and ended_at is null")
                .setParameter("now", clock.instant())
                .setParameter("execution", execution)
                .executeUpdate();
        auditLog.happenedIn(null, "job.stopped", "job", null, Map.of("execution", execution));
    }

    /** Executions of this process that somebody, perhaps on another node, wants to end. */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public List<Long> stopsRequestedHere() {
        List<?> found = entityManager
                .createNativeQuery(
                        "select execution_id from job_runs where node = :node and incarnation = :me"
                                + " and ended_at is null and stop_requested_at is not null and execution_id is not null",
                        Long.class)
                .setParameter("node", node.name())
                .setParameter("me", node.incarnation())
                .getResultList();
        return found.stream().map(Long.class::cast).toList();
    }

    /** @param error with all its causes; null when it went well */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public void end(UUID run, String error) {
        entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery("update job_runs set ended_at = :now, error = coalesce(:error, error)"
                        + " where id = :id and ended_at is null")
                .setParameter("now", clock.instant())
                .setParameter("error", storable(error), String.class)
                .setParameter("id", run)
                .executeUpdate();
    }

    private void insert(UUID id, NewRun run, Long execution, boolean ended, String error) {
        Caller caller = currentCaller.get();
        entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery(INSERT)
                .setParameter("id", id)
                .setParameter("job", run.job())
                .setParameter("execution", execution, Long.class)
                .setParameter("door", run.door().name())
                .setParameter("by", caller.name())
                .setParameter("user", caller.userId(), UUID.class)
                .setParameter("request", caller.requestId(), String.class)
                .setParameter("node", node.name())
                .setParameter("incarnation", node.incarnation())
                .setParameter("exclusive", run.exclusive() && !ended)
                .setParameter(
                        "parameters",
                        Json.mapper().valueToTree(run.parameters()).toString())
                .setParameter("due", run.dueAt(), Instant.class)
                .setParameter("now", clock.instant())
                .setParameter("ended", ended ? clock.instant() : null, Instant.class)
                .setParameter("error", storable(error), String.class)
                .executeUpdate();
    }

    private Optional<JobRunView> find(String where, Object key) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT + where, Tuple.class)
                .setParameter("key", key)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(JobRuns::view).findFirst();
    }

    private static JobRunView view(Tuple row) {
        return new JobRunView(
                row.get("id", UUID.class),
                row.get("job", String.class),
                row.get("execution_id", Long.class),
                row.get("launched_by", String.class),
                row.get("request_id", String.class),
                parameters(row.get("parameters", String.class)));
    }

    static Map<String, String> parameters(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String storable(String text) {
        return text == null ? null : text.replace("\u0000", "");
    }
}
