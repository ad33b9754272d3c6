package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.announcement.ReachView;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Planner;
import io.buildingos.report.AnnouncementReport.Sent;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Reports the announcements sent in a period. */
@Stateless
public class AnnouncementReportService {
    private static final int MOST = 100;

    /** A reach over buildings counts what went to nobody else: who got the others isn't theirs to know. */
    private static final String OF_BUILDINGS = """
            not exists (select 1 from announcement_targets t
                where t.tenant_id = a.tenant_id and t.announcement_id = a.id
                and (t.building_id is null or t.building_id not in (:buildings)))""";

    private static final String SENT = """
            from announcements a
                left join announcement_receipts r on r.tenant_id = a.tenant_id and r.announcement_id = a.id
            where a.tenant_id = :tenant and a.sent_at >= :since and a.sent_at < :until""";

    private static final String REACH = "count(r.id), count(r.user_id), count(r.read_at)";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Allowed(REPORT_READ)
    public AnnouncementReport of(ReportScope scope) {
        Planner.planForTheseValues(entityManager);
        ReachedRows rows = ReachedRows.of(currentCaller.get(), scope.building());
        Object[] total =
                query("select count(distinct a.id), " + REACH, "", rows, scope).getSingleResult();
        var newest = query(
                        "select a.id, a.title, cast(extract(epoch from a.sent_at) * 1000 as bigint), " + REACH,
                        " group by a.id, a.title, a.sent_at order by a.sent_at desc, a.id",
                        rows,
                        scope)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new Sent(
                        (UUID) row[0], (String) row[1], Instant.ofEpochMilli(Sums.count(row[2])), reach(row, 3)))
                .toList();
        return new AnnouncementReport(Sums.count(total[0]), reach(total, 1), newest);
    }

    private NativeQuery<Object[]> query(String select, String group, ReachedRows rows, ReportScope scope) {
        ZoneId zone = calendars.zoneOf(rows.tenant());
        String sql = select + " " + SENT + (rows.all() ? "" : " and " + OF_BUILDINGS) + group;
        return rows.bind(entityManager.unwrap(Session.class).createNativeQuery(sql, Object[].class))
                .setParameter("since", scope.since(zone))
                .setParameter("until", scope.until(zone));
    }

    private static ReachView reach(Object[] row, int first) {
        return new ReachView(Sums.count(row[first]), Sums.count(row[first + 1]), Sums.count(row[first + 2]));
    }
}
