package io.buildingos.jobs;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which servers live, and what the dead ones left running.
 *
 * <p>A node is dead when it hasn't said that it lives for {@value #SILENT_SECONDS} seconds and has no session at the
 * database any more: a process that only stalls keeps its sessions, one that was killed loses them at once. A new process
 * under the same name makes the one before dead at once. Times are the database's: the nodes' clocks needn't agree.
 */
@Stateless
public class JobNodes {
    static final int SILENT_SECONDS = 20;

    private static final String SESSION = "exists (select from pg_stat_activity a where a.datname = current_database()"
            + " and a.application_name = 'buildingos/' || %s.node)";
    static final String ALIVE = "(n.seen_at > current_timestamp - interval '" + SILENT_SECONDS + " seconds' or "
            + SESSION.formatted("n") + ")";
    private static final String DEAD_RUNS = "select r.id id, r.job job, r.node node, r.execution_id execution_id,"
            + " r.door door from job_runs r where r.ended_at is null and r.incarnation <> :me and not exists"
            + " (select from job_nodes n where n.node = r.node and n.incarnation = r.incarnation and " + ALIVE + ")"
            + " and (exists (select from job_nodes n where n.node = r.node) or not " + SESSION.formatted("r") + ")"
            + " for update of r skip locked";
    private static final String RUNNING = "('STARTING', 'STARTED', 'STOPPING')";
    private static final String EARLIER = " from job_execution e join job_execution b"
            + " on b.jobinstanceid = e.jobinstanceid and b.jobexecutionid < e.jobexecutionid"
            + " and e.jobexecutionid = :execution join step_execution t on t.jobexecutionid = b.jobexecutionid";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Node node;

    /** From now on the name is this process's. */
    @Open(Open.To.SYSTEM)
    @SystemScope("nodes belong to the platform")
    public void join() {
        named("insert into job_nodes (node, incarnation, started_at, seen_at)"
                        + " values (:node, :me, current_timestamp, current_timestamp) on conflict (node) do update"
                        + " set incarnation = excluded.incarnation, started_at = excluded.started_at,"
                        + " seen_at = excluded.seen_at")
                .executeUpdate();
    }

    /** False: another process has taken the name, so that this one must keep still. */
    @Open(Open.To.SYSTEM)
    @SystemScope("nodes belong to the platform")
    public boolean beat() {
        return named("update job_nodes set seen_at = current_timestamp where node = :node and incarnation = :me")
                        .executeUpdate()
                == 1;
    }

    /** What dead nodes left running becomes FAILED with the reason, so that it can be restarted from its checkpoint. */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    public Recovered recover() {
        List<Long> failed = new ArrayList<>();
        List<UUID> unstarted = new ArrayList<>();
        for (Tuple run : tuples(
                entityManager.createNativeQuery(DEAD_RUNS, Tuple.class).setParameter("me", node.incarnation()))) {
            Long execution = run.get("execution_id", Long.class);
            if (execution == null) {
                execution = bound(run.get("id", UUID.class));
            }
            if (execution == null && run.get("door", String.class).equals(NewRun.Door.SCHEDULE.name())) {
                takeOver(run.get("id", UUID.class));
                unstarted.add(run.get("id", UUID.class));
                continue;
            }
            String reason = "The server %s ended while this ran.".formatted(run.get("node", String.class));
            end(run.get("id", UUID.class), reason);
            if (execution != null && fail(execution)) {
                failed.add(execution);
                say(execution, reason);
                auditLog.happenedIn(
                        null,
                        "job.recovered",
                        "job",
                        run.get("id", UUID.class),
                        Map.of(
                                "job", run.get("job", String.class),
                                "execution", execution,
                                "node", run.get("node", String.class)));
            }
        }
        failed.addAll(failUnknown());
        return new Recovered(failed, unstarted);
    }

    /** The execution was written, but its node died before it could be noted with the run. */
    private Long bound(UUID run) {
        List<?> found = entityManager
                .createNativeQuery(
                        "update job_runs set execution_id = e.jobexecutionid from job_execution e where id = :run"
                                + " and e.jobparameters like '%' || cast(:run as text) || '%' returning execution_id",
                        Long.class)
                .setParameter("run", run)
                .getResultList();
        return found.isEmpty() ? null : (Long) found.get(0);
    }

    private void takeOver(UUID run) {
        entityManager
                .createNativeQuery("update job_runs set node = :node, incarnation = :me where id = :run")
                .setParameter("node", node.name())
                .setParameter("me", node.incarnation())
                .setParameter("run", run)
                .executeUpdate();
    }

    private void end(UUID run, String reason) {
        entityManager
                .createNativeQuery("update job_runs set ended_at = current_timestamp, error = :reason where id = :run")
                .setParameter("reason", reason)
                .setParameter("run", run)
                .executeUpdate();
    }

    private void say(long execution, String reason) {
        entityManager
                .createNativeQuery("insert into job_log_lines (execution_id, at, level, text)"
                        + " values (:execution, current_timestamp, 'ERROR', :reason)")
                .setParameter("execution", execution)
                .setParameter("reason", reason)
                .executeUpdate();
    }

    /**
     * A step with partitions stays STARTED in JBeret's eyes: of one that FAILED it restarts only the partitions it has
     * rows of, and a crash may come before the last ones were written.
     */
    private boolean fail(long execution) {
        int changed = of(
                        "update job_execution set batchstatus = 'FAILED', exitstatus = 'FAILED',"
                                + " endtime = current_timestamp, lastupdatedtime = current_timestamp"
                                + " where jobexecutionid = :execution and batchstatus in " + RUNNING,
                        execution)
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        of(
                        "update step_execution s set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime = current_timestamp"
                                + " where s.jobexecutionid = :execution and s.batchstatus in " + RUNNING
                                + " and not exists"
                                + " (select from partition_execution p where p.stepexecutionid = s.stepexecutionid)",
                        execution)
                .executeUpdate();
        of(
                        "update step_execution s set batchstatus = 'STARTED', endtime = current_timestamp"
                                + " where s.jobexecutionid = :execution and s.batchstatus in " + RUNNING,
                        execution)
                .executeUpdate();
        of(
                        "update partition_execution p set batchstatus = 'FAILED', exitstatus = 'FAILED' from step_execution s"
                                + " where s.stepexecutionid = p.stepexecutionid and s.jobexecutionid = :execution"
                                + " and p.batchstatus in " + RUNNING,
                        execution)
                .executeUpdate();
        keepCheckpoints(execution);
        keepPartitions(execution);
        return true;
    }

    /**
     * JBeret writes a step's checkpoint with its first chunk, not when it takes it over from the execution before: a step
     * that dies between the two would begin anew.
     */
    private void keepCheckpoints(long execution) {
        of(
                        "update step_execution s set persistentuserdata = t.persistentuserdata,"
                                + " readercheckpointinfo = t.readercheckpointinfo,"
                                + " writercheckpointinfo = t.writercheckpointinfo from (select distinct on (t.stepname) t.*"
                                + EARLIER + " order by t.stepname, t.stepexecutionid desc) t"
                                + " where s.jobexecutionid = :execution and s.stepname = t.stepname"
                                + " and s.batchstatus <> 'COMPLETED' and t.batchstatus <> 'COMPLETED'"
                                + " and s.readercheckpointinfo is null"
                                + " and s.writercheckpointinfo is null",
                        execution)
                .executeUpdate();
    }

    /** The same of partitions, and those that an earlier execution completed, or JBeret would take them for never run. */
    private void keepPartitions(long execution) {
        of(
                        "insert into partition_execution as kept (partitionexecutionid, stepexecutionid, batchstatus,"
                                + " exitstatus, persistentuserdata, readercheckpointinfo, writercheckpointinfo)"
                                + " select distinct on (p.partitionexecutionid, s.stepexecutionid) p.partitionexecutionid,"
                                + " s.stepexecutionid, p.batchstatus, p.exitstatus, p.persistentuserdata,"
                                + " p.readercheckpointinfo, p.writercheckpointinfo"
                                + EARLIER
                                + " join step_execution s on s.jobexecutionid = e.jobexecutionid and s.stepname = t.stepname"
                                + " and s.batchstatus = 'STARTED'"
                                + " join partition_execution p on p.stepexecutionid = t.stepexecutionid"
                                + " order by p.partitionexecutionid, s.stepexecutionid, t.stepexecutionid desc"
                                + " on conflict (partitionexecutionid, stepexecutionid) do update"
                                + " set persistentuserdata = excluded.persistentuserdata,"
                                + " readercheckpointinfo = excluded.readercheckpointinfo,"
                                + " writercheckpointinfo = excluded.writercheckpointinfo"
                                + " where kept.batchstatus <> 'COMPLETED' and kept.readercheckpointinfo is null"
                                + " and kept.writercheckpointinfo is null",
                        execution)
                .executeUpdate();
    }

    /** Without a run, so from the server's own command line in its first moment: older than every node that lives. */
    private List<Long> failUnknown() {
        List<Long> failed = new ArrayList<>();
        List<?> unknown = entityManager
                .createNativeQuery(
                        "select e.jobexecutionid from job_execution e where e.batchstatus in " + RUNNING
                                + " and not exists (select from job_runs r where r.execution_id = e.jobexecutionid)"
                                + " and e.createtime < (select min(n.started_at) from job_nodes n where " + ALIVE + ")"
                                + " for update skip locked",
                        Long.class)
                .getResultList();
        for (Object execution : unknown) {
            if (fail((Long) execution)) {
                failed.add((Long) execution);
            }
        }
        return failed;
    }

    private Query named(String sql) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("node", node.name())
                .setParameter("me", node.incarnation());
    }

    private Query of(String sql, long execution) {
        return entityManager.createNativeQuery(sql).setParameter("execution", execution);
    }

    private static List<Tuple> tuples(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    /**
     * What was found.
     *
     * @param failed executions that can now be restarted
     * @param unstarted scheduled runs that nobody had started yet: they are now this node's to start
     */
    public record Recovered(List<Long> failed, List<UUID> unstarted) {}
}
