package io.buildingos.jobs;

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
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** What executions say, kept with them; of one that talks too much the first lines. */
@Stateless
public class JobLog {
    static final int MOST_LINES = 10_000;
    private static final String SELECT = "select id, at, level, step, text from job_log_lines";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Clock clock;

    /** In a transaction of its own: what a step rolls back was said all the same. */
    @Open(Open.To.SYSTEM)
    @SystemScope("jobs belong to the platform")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void append(long execution, Level level, String step, String text) {
        Object lines = entityManager
                .createNativeQuery("select count(*) from job_log_lines where execution_id = :execution", Long.class)
                .setParameter("execution", execution)
                .getSingleResult();
        long count = (Long) lines;
        if (count > MOST_LINES) {
            return;
        }
        boolean last = count == MOST_LINES;
        entityManager
                .unwrap(Session.class)
                .createNativeMutationQuery("insert into job_log_lines (execution_id, at, level, step, text)"
                        + " values (:execution, :at, :level, :step, :text)")
                .setParameter("execution", execution)
                .setParameter("at", clock.instant())
                .setParameter("level", last ? Level.WARN.name() : level.name())
                .setParameter("step", last ? null : step, String.class)
                .setParameter("text", last ? "Further lines are left out." : JobRuns.storable(text))
                .executeUpdate();
    }

    /** Oldest first, a page at a time; the cursor is the last line's id, so that it also asks for what came since. */
    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public Page<LogLine> of(long execution, ListRequest request) {
        if (request.sort() != null || !request.filters().isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "A log has one order and no filters.");
        }
        long after = request.cursor() == null ? 0 : RowCursor.decode(request.cursor());
        List<LogLine> found = after(execution, after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<LogLine> page = found.subList(0, request.limit());
        return new Page<>(page, RowCursor.encode(page.get(page.size() - 1).id()));
    }

    @Allowed(Permission.PLATFORM)
    @SystemScope("jobs belong to the platform")
    public List<LogLine> since(long execution, long line, int most) {
        return after(execution, line, most);
    }

    private List<LogLine> after(long execution, long line, int most) {
        List<?> rows = entityManager
                .createNativeQuery(SELECT + " where execution_id = :execution and id > :after order by id", Tuple.class)
                .setParameter("execution", execution)
                .setParameter("after", line)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(LogLine::of).toList();
    }

    /** How much a line matters. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    /** One line. */
    public record LogLine(long id, Instant at, Level level, String step, String text) {
        static LogLine of(Tuple row) {
            return new LogLine(
                    row.get("id", Long.class),
                    row.get("at", Instant.class),
                    Level.valueOf(row.get("level", String.class)),
                    row.get("step", String.class),
                    row.get("text", String.class));
        }
    }
}
