package io.buildingos.jobs;

import static java.util.stream.Collectors.groupingBy;

import io.buildingos.jobs.ExecutionView.PartitionView;
import io.buildingos.jobs.ExecutionView.StepView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The steps and partitions of an execution. */
@ApplicationScoped
class StepRows {
    /** A step's parts together; what was announced counts until the parts have said more. */
    static final String PROGRESS = "select q.step step, coalesce(sum(q.done) filter (where q.part <> -2), 0) done,"
            + " coalesce(sum(q.done_before) filter (where q.part <> -2), 0) earlier,"
            + " greatest(sum(q.total) filter (where q.part <> -2), max(q.total) filter (where q.part = -2)) total"
            + " from job_progress q";

    private static final String STEPS = "select s.stepexecutionid id, s.stepname step, s.batchstatus status,"
            + " s.exitstatus exit_status, s.starttime started_at, s.endtime ended_at, coalesce(s.readcount, 0) reads,"
            + " coalesce(s.writecount, 0) writes, coalesce(s.commitcount, 0) commits,"
            + " coalesce(s.rollbackcount, 0) rollbacks, coalesce(s.readskipcount, 0) + coalesce(s.processskipcount, 0)"
            + " + coalesce(s.writeskipcount, 0) skips, coalesce(s.filtercount, 0) filtered,"
            + " s.executionexception failure, cast(p.done as bigint) done, cast(p.total as bigint) total"
            + " from step_execution s left join (" + PROGRESS + " where q.execution_id = :execution group by q.step) p"
            + " on p.step = s.stepname where s.jobexecutionid = :execution order by s.stepexecutionid";
    private static final String PARTITIONS = "select p.stepexecutionid step, p.partitionexecutionid number,"
            + " p.batchstatus status, p.exitstatus exit_status, q.done done, q.total total"
            + " from step_execution s join partition_execution p on p.stepexecutionid = s.stepexecutionid"
            + " left join job_progress q on q.execution_id = s.jobexecutionid and q.step = s.stepname"
            + " and q.part = p.partitionexecutionid where s.jobexecutionid = :execution order by 1, 2";
    private static final List<String> RUNNING = List.of("STARTING", "STARTED", "STOPPING");

    @PersistenceContext
    private EntityManager entityManager;

    /** @param status the execution's: once that has ended, no step of it runs, whatever a crash left written */
    List<StepView> of(long execution, String status) {
        boolean ended = !RUNNING.contains(status);
        Map<Long, List<Tuple>> partitions =
                tuples(PARTITIONS, execution).stream().collect(groupingBy(row -> row.get("step", Long.class)));
        return tuples(STEPS, execution).stream()
                .map(row -> view(row, partitions.getOrDefault(row.get("id", Long.class), List.of()), ended))
                .toList();
    }

    private static StepView view(Tuple row, List<Tuple> partitions, boolean ended) {
        return new StepView(
                row.get("step", String.class),
                status(row, ended),
                row.get("exit_status", String.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("reads", Integer.class),
                row.get("writes", Integer.class),
                row.get("commits", Integer.class),
                row.get("rollbacks", Integer.class),
                row.get("skips", Integer.class),
                row.get("filtered", Integer.class),
                row.get("done", Long.class),
                row.get("total", Long.class),
                Failure.words(row.get("failure", String.class)),
                partitions.stream().map(part -> partition(part, ended)).toList());
    }

    private static PartitionView partition(Tuple row, boolean ended) {
        return new PartitionView(
                row.get("number", Integer.class),
                status(row, ended),
                row.get("exit_status", String.class),
                row.get("done", Long.class),
                row.get("total", Long.class));
    }

    private static String status(Tuple row, boolean ended) {
        String status = row.get("status", String.class);
        return ended && RUNNING.contains(status) ? "FAILED" : status;
    }

    private List<Tuple> tuples(String sql, long execution) {
        List<?> rows = entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("execution", execution)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }
}
