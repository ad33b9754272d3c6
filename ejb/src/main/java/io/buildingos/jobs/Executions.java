package io.buildingos.jobs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What JBeret and we keep about executions, read as one. */
@Stateless
public class Executions {
    private static final String SELECT = "select e.jobexecutionid id, i.jobname job, e.batchstatus status,"
            + " e.exitstatus exit_status, cast(r.parameters as text) parameters, r.door door,"
            + " r.launched_by launched_by, r.node node, e.createtime created_at, e.starttime started_at,"
            + " e.endtime ended_at, r.stop_requested_at is not null stop_requested, r.error error,"
            + " p.done done, p.earlier earlier, p.total total"
            + " from job_execution e join job_instance i on i.jobinstanceid = e.jobinstanceid"
            + " left join job_runs r on r.execution_id = e.jobexecutionid"
            + " left join lateral (select cast(sum(s.done) as bigint) done, cast(sum(s.earlier) as bigint) earlier,"
            + " cast(sum(s.total) as bigint) total from (" + StepRows.PROGRESS
            + " where q.execution_id = e.jobexecutionid group by q.step) s) p on true";

    /** Filters by their names: what each compares. */
    private static final Map<String, String> FILTERS = Map.of(
            "job", "i.jobname = :job",
            "status", "e.batchstatus = :status",
            "launchedBy", "r.launched_by = :launchedBy",
            "from", "e.createtime >= :from",
            "to", "e.createtime < :to",
            "parameter", "r.parameters @> cast(:parameter as jsonb)");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private StepRows steps;

    @Inject
    private Clock clock;

    /** Newest first. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public Page<ExecutionView> list(ListRequest request) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>();
        request.filters().forEach((name, value) -> {
            if (!FILTERS.containsKey(name)) {
                throw Refusal.of(
                        ErrorCode.UNKNOWN_PARAMETER, "This list can be filtered by %s.".formatted(FILTERS.keySet()));
            }
            where.add(FILTERS.get(name));
            parameters.put(name, comparable(name, value));
        });
        if (request.sort() != null) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "This list has one order: the newest first.");
        }
        if (request.cursor() != null) {
            where.add("e.jobexecutionid < :before");
            parameters.put("before", RowCursor.decode(request.cursor()));
        }
        Query query = entityManager.createNativeQuery(
                SELECT + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by e.jobexecutionid desc",
                Tuple.class);
        parameters.forEach(query::setParameter);
        List<?> rows = query.setMaxResults(request.limit() + 1).getResultList();
        List<ExecutionView> found = rows.stream()
                .map(Tuple.class::cast)
                .map(row -> view(row, false))
                .toList();
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<ExecutionView> page = found.subList(0, request.limit());
        return new Page<>(page, RowCursor.encode(page.get(page.size() - 1).id()));
    }

    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public ExecutionView get(long id) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT + " where e.jobexecutionid = :id", Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> view(row, true))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Of the last completed ones, in seconds; null when there is none. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public Double averageSeconds(String job) {
        Object average = entityManager
                .createNativeQuery(
                        "select cast(avg(extract(epoch from l.took)) as double precision) from (select"
                                + " e.endtime - e.starttime took from job_execution e join job_instance i"
                                + " on i.jobinstanceid = e.jobinstanceid where i.jobname = :job"
                                + " and e.batchstatus = 'COMPLETED' order by e.jobexecutionid desc limit 20) l",
                        Double.class)
                .setParameter("job", job)
                .getSingleResult();
        return (Double) average;
    }

    private ExecutionView view(Tuple row, boolean whole) {
        long id = row.get("id", Long.class);
        String status = row.get("status", String.class);
        String door = row.get("door", String.class);
        String parameters = row.get("parameters", String.class);
        return new ExecutionView(
                id,
                row.get("job", String.class),
                status,
                row.get("exit_status", String.class),
                parameters == null ? Map.of() : JobRuns.parameters(parameters),
                door == null ? null : NewRun.Door.valueOf(door),
                row.get("launched_by", String.class),
                row.get("node", String.class),
                row.get("created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("stop_requested", Boolean.class),
                progress(row),
                whole ? Failure.of(row.get("error", String.class)) : null,
                whole ? steps.of(id, status) : List.of());
    }

    private Progress progress(Tuple row) {
        Long done = row.get("done", Long.class);
        if (done == null) {
            return null;
        }
        return Progress.of(
                done,
                row.get("earlier", Long.class),
                row.get("total", Long.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                clock.instant());
    }

    private static Object comparable(String name, String value) {
        return switch (name) {
            case "from", "to" -> instant(name, value);
            case "parameter" -> pair(value);
            default -> value.replace("\u0000", "");
        };
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw Refusal.malformed(name, "must be an instant");
        }
    }

    /** Name and value, parted by the first equals sign, as the JSON object they are kept in. */
    private static String pair(String text) {
        int split = text.indexOf('=');
        if (split < 1 || text.indexOf('\u0000') >= 0) {
            throw Refusal.malformed("parameter", "must be a name and a value with = between");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put(text.substring(0, split), text.substring(split + 1))
                .toString();
    }
}
