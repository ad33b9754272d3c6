package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Planner;
import io.buildingos.kernel.Refusal;
import io.buildingos.report.MonthlyReport.Flow;
import io.buildingos.report.MonthlyReport.Month;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Reports whole months beside each other: what a chart shows. */
@Stateless
public class MonthlyReportService {
    private static final int MONTHS = 12;
    private static final int MOST_MONTHS = 36;

    /** Parameters of {@code formatted}: rows of charges as c, of payments as p, of tickets as t. */
    private static final String MONTH_BY_MONTH = """
            with charged as (
                select to_char(c.due_on, 'YYYY-MM') as period, c.currency, sum(c.amount_minor) as charged
                from charges c where %1$s and c.canceled_at is null and c.type <> 'CREDIT'
                    and c.due_on between :first and :last
                group by 1, 2),
            collected as (
                select to_char(p.paid_on, 'YYYY-MM') as period, p.currency, sum(p.amount_minor) as collected
                from payments p where %2$s and p.status = 'APPROVED' and p.paid_on between :first and :last
                group by 1, 2),
            opened as (
                select to_char(t.created_at at time zone :zone, 'YYYY-MM') as period, count(*) as opened
                from tickets t where %3$s and t.created_at >= :since and t.created_at < :until
                group by 1),
            currencies as (
                select currency from tenants where id = :tenant
                union select currency from charged
                union select currency from collected),
            months as (
                select to_char(first_day, 'YYYY-MM') as period
                from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') as first_day)
            select period, currency, charged, collected, opened
            from months cross join currencies left join charged using (period, currency)
                left join collected using (period, currency) left join opened using (period)
            order by period, currency""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    /** Of every month that has a day of the period; of the last twelve where none is given. */
    @Allowed(REPORT_READ)
    public MonthlyReport of(ReportScope asked) {
        Planner.planForTheseValues(entityManager);
        ReachedRows rows = ReachedRows.of(currentCaller.get(), asked.building());
        ReportScope scope = wholeMonths(asked, calendars.today(rows.tenant()));
        ZoneId zone = calendars.zoneOf(rows.tenant());
        String sql = MONTH_BY_MONTH.formatted(rows.of("c"), rows.of("p"), rows.of("t"));
        return new MonthlyReport(months(
                rows.bind(entityManager.unwrap(Session.class).createNativeQuery(sql, Object[].class))
                        .setParameter("first", scope.first())
                        .setParameter("last", scope.last())
                        .setParameter("zone", zone.getId())
                        .setParameter("since", scope.since(zone))
                        .setParameter("until", scope.until(zone))
                        .getResultList()));
    }

    /** A month has a row for each currency, and says its tickets in all of them. */
    private static List<Month> months(List<Object[]> rows) {
        Map<String, Month> months = new LinkedHashMap<>();
        for (Object[] row : rows) {
            months.computeIfAbsent((String) row[0], period -> new Month(period, new ArrayList<>(), Sums.count(row[4])))
                    .currencies()
                    .add(Flow.of(row));
        }
        return List.copyOf(months.values());
    }

    private static ReportScope wholeMonths(ReportScope asked, LocalDate today) {
        LocalDate last = (asked.to() == null ? today : asked.to()).with(TemporalAdjusters.lastDayOfMonth());
        LocalDate first = asked.from() == null
                ? last.minusMonths(MONTHS - 1L).withDayOfMonth(1)
                : asked.from().withDayOfMonth(1);
        if (first.plusMonths(MOST_MONTHS).isBefore(last) || last.isBefore(first)) {
            throw Refusal.malformed("from", "must be in the three years before to");
        }
        return new ReportScope(asked.building(), first, last);
    }
}
