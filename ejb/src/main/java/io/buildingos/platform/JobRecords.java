package io.buildingos.platform;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What JBeret keeps about jobs, read as rows; and the audit of what people do with them. */
@Stateless
public class JobRecords {
    private static final String SELECT = "select e.jobexecutionid id, i.jobname job, e.batchstatus status,"
            + " e.exitstatus exit_status, e.jobparameters parameters, e.createtime created_at, e.starttime started_at,"
            + " e.endtime ended_at from job_execution e join job_instance i on i.jobinstanceid = e.jobinstanceid";

    private static final String RUNNING = "('STARTING', 'STARTED', 'STOPPING')";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditLog auditLog;

    @Inject
    @ConfigProperty(name = "BUILDINGOS_NODE", defaultValue = "buildingos")
    private String node;

    /** Newest first; filters {@code job} and {@code status}. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public Page<ExecutionView> list(ListRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>();
        request.filters().forEach((name, value) -> {
            if (!Set.of("job", "status").contains(name)) {
                throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER);
            }
            where.add(name.equals("job") ? "i.jobname = :job" : "e.batchstatus = :status");
            parameters.put(name, value);
        });
        if (request.sort() != null) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER);
        }
        if (request.cursor() != null) {
            where.add("e.jobexecutionid < :before");
            parameters.put("before", before(request.cursor()));
        }
        Query query = entityManager.createNativeQuery(
                SELECT + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by e.jobexecutionid desc",
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<ExecutionView> found =
                executions(query.setMaxResults(request.limit() + 1).getResultList(), false);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<ExecutionView> page = found.subList(0, request.limit());
        return new Page<>(page, cursor(page.get(page.size() - 1).id()));
    }

    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public ExecutionView get(long id) {
        Query query = entityManager
                .createNativeQuery(SELECT + " where e.jobexecutionid = :id", Tuple.class)
                .setParameter("id", id);
        return executions(query.getResultList(), true).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public boolean isRunning(String job) {
        Object running = entityManager
                .createNativeQuery(
                        "select count(*) from job_execution e join job_instance i on i.jobinstanceid = e.jobinstanceid"
                                + " where i.jobname = :job and e.batchstatus in " + RUNNING,
                        Long.class)
                .setParameter("job", job)
                .getSingleResult();
        return !running.equals(0L);
    }

    /** In a transaction of its own: jobs are launched outside of any. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAct(String action, Map<String, ?> details) {
        auditLog.happenedIn(null, action, "job", null, details);
    }

    /**
     * Executions that no living node can be working on become FAILED, so that they can be restarted. Returns how many.
     *
     * <p>A node says who it is by the name of its database connections. While others are connected, only what this node
     * launched is its own to give up; the rest is theirs.
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public int failOrphans() {
        Object others = entityManager
                .createNativeQuery(
                        "select count(*) from pg_stat_activity where datname = current_database()"
                                + " and application_name like 'buildingos/%' and application_name <> :me",
                        Long.class)
                .setParameter("me", "buildingos/" + node)
                .getSingleResult();
        boolean alone = others.equals(0L);
        String mine = alone ? "" : " and jobparameters like :mine";
        Query orphans = entityManager.createNativeQuery(
                "update job_execution set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime = current_timestamp,"
                        + " lastupdatedtime = current_timestamp where batchstatus in " + RUNNING + mine);
        if (!alone) {
            orphans.setParameter("mine", "%" + ExecutionView.NODE + " = " + node + "%");
        }
        int found = orphans.executeUpdate();
        if (found > 0) {
            failPartsOfFailed();
            auditLog.happenedIn(null, "job.orphans.failed", "job", null, Map.of("executions", found, "node", node));
        }
        return found;
    }

    private void failPartsOfFailed() {
        entityManager
                .createNativeQuery("update step_execution s set batchstatus = 'FAILED', exitstatus = 'FAILED',"
                        + " executionexception = 'The server ended while this step ran.', endtime = current_timestamp"
                        + " from job_execution e where e.jobexecutionid = s.jobexecutionid"
                        + " and e.batchstatus = 'FAILED' and s.batchstatus in " + RUNNING)
                .executeUpdate();
        entityManager
                .createNativeQuery("update partition_execution p set batchstatus = 'FAILED', exitstatus = 'FAILED'"
                        + " from step_execution s where s.stepexecutionid = p.stepexecutionid"
                        + " and s.batchstatus = 'FAILED' and p.batchstatus in " + RUNNING)
                .executeUpdate();
    }

    private List<ExecutionView> executions(List<?> rows, boolean withSteps) {
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> ExecutionView.of(row, withSteps ? steps(row.get("id", Long.class)) : List.of()))
                .toList();
    }

    private List<ExecutionView.StepView> steps(long execution) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select s.stepname step, s.batchstatus status, s.exitstatus exit_status, s.starttime started_at,"
                                + " s.endtime ended_at, coalesce(s.readcount, 0) reads, coalesce(s.writecount, 0) writes, coalesce(s.commitcount, 0) commits,"
                                + " coalesce(s.rollbackcount, 0) rollbacks, s.executionexception failure,"
                                + " (select count(*) from partition_execution p"
                                + " where p.stepexecutionid = s.stepexecutionid) partitions from step_execution s"
                                + " where s.jobexecutionid = :execution order by s.stepexecutionid",
                        Tuple.class)
                .setParameter("execution", execution)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(ExecutionView.StepView::of)
                .toList();
    }

    private static String cursor(long id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
    }
}
