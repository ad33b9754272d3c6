package io.buildingos.verify;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Cursor;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.SystemScope;
import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult.Outcome;
import io.buildingos.verification.Severity;
import io.buildingos.verify.VerificationView.FindingView;
import io.buildingos.verify.VerificationView.ResultView;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What verifications found. */
@Stateless
public class Verifications {
    private static final String RUNS = "started_at";
    private static final String FINDINGS = "position";

    private static final String SELECT = "select r.id id, r.started_by started_by, r.started_at started_at,"
            + " r.ended_at ended_at, r.status status, r.checks checks, count(v.run_id) done,"
            + " count(v.run_id) filter (where v.outcome = 'SKIPPED') skipped,"
            + " cast(coalesce(sum(v.findings), 0) as bigint) findings from verification_runs r"
            + " left join verification_results v on v.run_id = r.id";

    @PersistenceContext
    private EntityManager entityManager;

    /** Newest first. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("verifications belong to the platform")
    public Page<VerificationView> list(ListRequest request) {
        Cursor after = after(request, RUNS);
        Query query = entityManager.createNativeQuery(
                SELECT + (after == null ? "" : " where (r.started_at, r.id) < (:at, :id)")
                        + " group by r.id order by r.started_at desc, r.id desc",
                Tuple.class);
        if (after != null) {
            query.setParameter("at", Instant.parse(after.value())).setParameter("id", after.id());
        }
        List<VerificationView> found = tuples(query.setMaxResults(request.limit() + 1)).stream()
                .map(row -> view(row, List.of()))
                .toList();
        return page(
                found,
                request.limit(),
                last -> new Cursor(RUNS, last.startedAt().toString(), last.id()));
    }

    @Allowed(Permission.PLATFORM)
    @SystemScope("verifications belong to the platform")
    public VerificationView get(UUID id) {
        List<ResultView> results = tuples(entityManager
                        .createNativeQuery(
                                "select check_name, severity, outcome, reason, findings, took_millis"
                                        + " from verification_results where run_id = :id order by position",
                                Tuple.class)
                        .setParameter("id", id))
                .stream()
                .map(Verifications::result)
                .toList();
        return tuples(entityManager
                        .createNativeQuery(SELECT + " where r.id = :id group by r.id", Tuple.class)
                        .setParameter("id", id))
                .stream()
                .map(row -> view(row, results))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** In the order of the checks. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("verifications belong to the platform")
    public Page<FindingView> findings(UUID id, ListRequest request) {
        get(id);
        Cursor after = after(request, FINDINGS);
        Query query = entityManager
                .createNativeQuery(
                        "select v.check_name, v.severity, f.tenant, f.table_name, f.row_key, f.detail, f.position,"
                                + " f.number, f.id from verification_findings f join verification_results v"
                                + " on v.run_id = f.run_id and v.position = f.position where f.run_id = :id"
                                + " and (f.position, f.number) > (:position, :number) order by f.position, f.number",
                        Tuple.class)
                .setParameter("id", id)
                .setParameter("position", after == null ? -1L : place(after, 0))
                .setParameter("number", after == null ? 0L : place(after, 1));
        List<Tuple> found = tuples(query.setMaxResults(request.limit() + 1));
        Page<Tuple> page = page(
                found,
                request.limit(),
                last -> new Cursor(
                        FINDINGS, last.get("position") + "." + last.get("number"), last.get("id", UUID.class)));
        return new Page<>(page.items().stream().map(Verifications::finding).toList(), page.next());
    }

    private static Cursor after(ListRequest request, String sort) {
        if (request.sort() != null || !request.filters().isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "This list has one order and no filters.");
        }
        if (request.cursor() == null) {
            return null;
        }
        Cursor cursor = Cursor.decode(request.cursor());
        boolean fits = cursor.sort().equals(sort)
                && cursor.value().matches(sort.equals(RUNS) ? "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z" : "\\d{1,6}\\.\\d{1,9}");
        if (!fits) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
        return cursor;
    }

    private static long place(Cursor cursor, int part) {
        return Long.parseLong(cursor.value().split("\\.", -1)[part]);
    }

    private static <T> Page<T> page(List<T> found, int limit, java.util.function.Function<T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)).encoded());
    }

    private static List<Tuple> tuples(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    private static VerificationView view(Tuple row, List<ResultView> results) {
        return new VerificationView(
                row.get("id", UUID.class),
                row.get("started_by", String.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                VerificationView.Status.valueOf(row.get("status", String.class)),
                row.get("checks", Integer.class),
                row.get("done", Long.class).intValue(),
                row.get("skipped", Long.class).intValue(),
                row.get("findings", Long.class),
                results);
    }

    private static ResultView result(Tuple row) {
        String name = row.get("check_name", String.class);
        return new ResultView(
                name,
                Severity.valueOf(row.get("severity", String.class)),
                Check.promise(name),
                Outcome.valueOf(row.get("outcome", String.class)),
                row.get("reason", String.class),
                row.get("findings", Long.class),
                row.get("took_millis", Long.class));
    }

    private static FindingView finding(Tuple row) {
        return new FindingView(
                row.get("check_name", String.class),
                Severity.valueOf(row.get("severity", String.class)),
                row.get("tenant", UUID.class),
                row.get("table_name", String.class),
                row.get("row_key", String.class),
                row.get("detail", String.class));
    }
}
