package io.buildingos.report;

import static io.buildingos.kernel.Permission.REPORT_READ;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Planner;
import io.buildingos.report.FinanceReport.DelinquentUnit;
import io.buildingos.report.FinanceReport.Figures;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;

/** Reports the money of a period, and who is late. */
@Stateless
public class FinanceReportService {
    private static final int MOST_UNITS = 100;

    /** Parameters of {@code formatted}: rows of charges as c, rows of payments as p. */
    private static final String FIGURES = """
            with charged as (
                select c.currency, sum(c.amount_minor) as charged, sum(c.amount_minor - c.allocated_minor) as outstanding
                from charges c where %1$s and c.canceled_at is null and c.type <> 'CREDIT'
                    and c.due_on between :first and :last
                group by c.currency),
            collected as (
                select p.currency, sum(p.amount_minor) as collected
                from payments p where %2$s and p.status = 'APPROVED' and p.paid_on between :first and :last
                group by p.currency),
            late (currency, units, total, upto30, upto60, upto90, over90) as (
                select c.currency, count(distinct c.unit_id), %3$s
                from charges c where %1$s and %4$s
                group by c.currency),
            currencies as (
                select currency from tenants where id = :tenant
                union select currency from charged
                union select currency from collected
                union select currency from late)
            select currency, charged, collected, outstanding, units, total, upto30, upto60, upto90, over90
            from currencies left join charged using (currency) left join collected using (currency)
                left join late using (currency)
            order by currency""";

    private static final String UNITS = """
            select c.unit_id, u.code, c.building_id, b.name, to_char(min(c.due_on), 'YYYY-MM-DD'), c.currency, %2$s
            from charges c
                join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                join buildings b on b.tenant_id = c.tenant_id and b.id = c.building_id
            where %1$s and %3$s
            group by c.unit_id, u.code, c.building_id, b.name, c.currency
            order by sum(c.amount_minor - c.allocated_minor) desc, c.unit_id, c.currency""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Allowed(REPORT_READ)
    public FinanceReport of(ReportScope scope) {
        Planner.planForTheseValues(entityManager);
        ReachedRows rows = ReachedRows.of(currentCaller.get(), scope.building());
        LocalDate today = calendars.today(rows.tenant());
        return new FinanceReport(today, figures(rows, scope, today), units(rows, today));
    }

    private List<Figures> figures(ReachedRows rows, ReportScope scope, LocalDate today) {
        String sql = FIGURES.formatted(rows.of("c"), rows.of("p"), Aging.SUMS, Aging.OVERDUE);
        return rows.bind(session().createNativeQuery(sql, Object[].class))
                .setParameter("first", scope.first())
                .setParameter("last", scope.last())
                .setParameter("today", today)
                .getResultStream()
                .map(Figures::of)
                .toList();
    }

    private List<DelinquentUnit> units(ReachedRows rows, LocalDate today) {
        String sql = UNITS.formatted(rows.of("c"), Aging.SUMS, Aging.OVERDUE);
        return rows.bind(session().createNativeQuery(sql, Object[].class))
                .setParameter("today", today)
                .setMaxResults(MOST_UNITS)
                .getResultStream()
                .map(DelinquentUnit::of)
                .toList();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
