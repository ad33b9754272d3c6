package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Planner;
import io.buildingos.report.TicketReport.Count;
import io.buildingos.report.TicketReport.Wait;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reports the tickets opened in a period. */
@Stateless
public class TicketReportService {
    private static final String OPENED =
            " from tickets t where %s and t.created_at >= :since and t.created_at < :until";

    private static final String COUNTS = "select t.status, t.priority, t.category, count(*)" + OPENED
            + " group by grouping sets ((t.status), (t.priority, t.priority_rank), (t.category))"
            + " order by t.status, t.priority_rank desc, t.category";

    private static final String WAITS =
            ("select count(*), " + wait("first_answered_at") + ", " + wait("resolved_at")) + OPENED;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Allowed(REPORT_READ)
    public TicketReport of(ReportScope scope) {
        Planner.planForTheseValues(entityManager);
        ReachedRows rows = ReachedRows.of(currentCaller.get(), scope.building());
        List<Object[]> counts = query(COUNTS, rows, scope).getResultList();
        Object[] waits = query(WAITS, rows, scope).getSingleResult();
        return new TicketReport(
                Sums.count(waits[0]),
                by(counts, 0),
                by(counts, 1),
                by(counts, 2),
                Wait.of(waits, 1),
                Wait.of(waits, 4));
    }

    private NativeQuery<Object[]> query(String sql, ReachedRows rows, ReportScope scope) {
        ZoneId zone = calendars.zoneOf(rows.tenant());
        return rows.bind(entityManager
                        .unwrap(Session.class)
                        .createNativeQuery(sql.formatted(rows.of("t")), Object[].class))
                .setParameter("since", scope.since(zone))
                .setParameter("until", scope.until(zone));
    }

    /** Of each group, only the column it was grouped by isn't null. */
    private static List<Count> by(List<Object[]> counts, int column) {
        return counts.stream()
                .filter(row -> row[column] != null)
                .map(row -> new Count((String) row[column], Sums.count(row[3])))
                .toList();
    }

    private static String wait(String end) {
        String seconds = "extract(epoch from t." + end + " - t.created_at)";
        return "count(t." + end + "), avg(" + seconds + "), percentile_cont(0.5) within group (order by " + seconds
                + ")";
    }
}
