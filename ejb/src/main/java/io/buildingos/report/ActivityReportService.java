package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Planner;
import io.buildingos.kernel.Refusal;
import io.buildingos.report.ActivityReport.Acts;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.Session;

/** Reports how much was done, from the audit log. An act belongs to no building: whoever reaches only some sees the own. */
@Stateless
public class ActivityReportService {
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    private static final String ACTS = """
            select to_char(e.occurred_at at time zone :zone, 'YYYY-MM-DD'), e.action, count(*)
            from audit_entries e
            where e.tenant_id = :tenant and e.occurred_at >= :since and e.occurred_at < :until%s
            group by 1, 2 order by 1 desc, 2""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    /** Of the last thirty days where no period is given. */
    @Allowed(REPORT_READ)
    public ActivityReport of(ReportScope asked) {
        Planner.planForTheseValues(entityManager);
        Caller caller = currentCaller.get();
        UUID tenant = caller.requireTenant();
        ReportScope scope = bounded(asked, calendars.today(tenant));
        ZoneId zone = calendars.zoneOf(tenant);
        boolean all = caller.reach(REPORT_READ).all();
        var query = entityManager
                .unwrap(Session.class)
                .createNativeQuery(ACTS.formatted(all ? "" : " and e.actor_id = :me"), Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("zone", zone.getId())
                .setParameter("since", scope.since(zone))
                .setParameter("until", scope.until(zone));
        if (!all) {
            query.setParameter("me", caller.requireUser());
        }
        return new ActivityReport(
                scope.from(),
                scope.to(),
                query.getResultStream()
                        .map(row -> new Acts(LocalDate.parse((String) row[0]), (String) row[1], Sums.count(row[2])))
                        .toList());
    }

    private static ReportScope bounded(ReportScope asked, LocalDate today) {
        LocalDate to = asked.to() == null ? today : asked.to();
        LocalDate from = asked.from() == null ? to.minusDays(DAYS - 1L) : asked.from();
        if (from.plusDays(MOST_DAYS).isBefore(to) || to.isBefore(from)) {
            throw Refusal.malformed("from", "must be in the year before to");
        }
        return new ReportScope(null, from, to);
    }
}
