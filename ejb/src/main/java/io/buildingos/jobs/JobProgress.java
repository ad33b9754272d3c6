package io.buildingos.jobs;

import io.buildingos.kernel.Open;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Counts what a step has done, in the transaction of the work itself: what is rolled back was never counted, and a restart
 * goes on counting where its checkpoint is. A row a partition, so that partitions don't wait for each other.
 *
 * <p>Its rows belong to no tenant: it counts in the transaction of whichever tenant's work it is told of.
 *
 * <p>Also the fence: an execution that was given up, because its node seemed gone, is told so at its next chunk and loses it.
 */
@Stateless
public class JobProgress {
    /** The part of a step without partitions. */
    public static final int WHOLE = -1;

    private static final int ANNOUNCED = -2;
    private static final String RUNNING = " from job_runs where execution_id = :execution and ended_at is null";
    private static final String INSERT = "insert into job_progress as p"
            + " (execution_id, step, part, done, done_before, total) select execution_id, :step, :part, ";
    private static final String CONFLICT = " on conflict (execution_id, step, part) do update set ";

    @PersistenceContext
    private EntityManager entityManager;

    /** How many items the step or partition will have handled in the end, those before a restart included. */
    @Open(Open.To.SYSTEM)
    public void expect(long execution, String step, int part, long total) {
        change("0, 0, cast(:items as bigint)", "total = excluded.total", execution, step, part, total);
    }

    /** The same, before the step has begun: the time left is right from the start. */
    @Open(Open.To.SYSTEM)
    public void announce(long execution, String step, long total) {
        expect(execution, step, ANNOUNCED, total);
    }

    @Open(Open.To.SYSTEM)
    public void add(long execution, String step, int part, long items) {
        change("cast(:items as bigint), 0, null", "done = p.done + excluded.done", execution, step, part, items);
    }

    /** For work that begins anew at a restart: so much of it is done. */
    @Open(Open.To.SYSTEM)
    public void set(long execution, String step, int part, long items) {
        change(
                "cast(:items as bigint), 0, null",
                "done = excluded.done, done_before = 0",
                execution,
                step,
                part,
                items);
    }

    /** A restart starts from what the instance's execution before had done. */
    @Open(Open.To.SYSTEM)
    public void carryOver(long execution) {
        entityManager
                .createNativeQuery("insert into job_progress (execution_id, step, part, done, done_before, total)"
                        + " select e.jobexecutionid, p.step, p.part, p.done, p.done, p.total"
                        + " from job_execution e join job_progress p on p.execution_id = (select max(b.jobexecutionid)"
                        + " from job_execution b where b.jobinstanceid = e.jobinstanceid"
                        + " and b.jobexecutionid < e.jobexecutionid)"
                        + " where e.jobexecutionid = :execution on conflict do nothing")
                .setParameter("execution", execution)
                .executeUpdate();
    }

    private void change(String fresh, String again, long execution, String step, int part, long items) {
        int changed = entityManager
                .createNativeQuery(INSERT + fresh + RUNNING + CONFLICT + again)
                .setParameter("execution", execution)
                .setParameter("step", step)
                .setParameter("part", part)
                .setParameter("items", items)
                .executeUpdate();
        if (changed == 0) {
            throw new IllegalStateException(
                    "Execution %d was given up; another may go on in its place".formatted(execution));
        }
    }
}
