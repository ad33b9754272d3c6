package io.buildingos.ledger;

import static io.buildingos.kernel.Permission.CHARGE_READ;

import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;

/** Says what is owed, from the ledger, and of what it is made, from charges and payments. */
@Stateless
public class BalanceService {
    /** The tenant's currency is there also where nothing was ever charged. */
    private static final String SUMS = """
            select t.currency,
                (select coalesce(sum(balance_minor), 0) from unit_accounts
                    where tenant_id = t.id and currency = t.currency and %1$s = :id) as balance,
                (select coalesce(sum(amount_minor - allocated_minor), 0) from charges
                    where tenant_id = t.id and currency = t.currency and %1$s = :id
                    and canceled_at is null and allocated_minor < amount_minor and type <> 'CREDIT') as outstanding,
                (select coalesce(sum(amount_minor - allocated_minor), 0) from charges
                    where tenant_id = t.id and currency = t.currency and %1$s = :id and due_on < :today
                    and canceled_at is null and allocated_minor < amount_minor and type <> 'CREDIT') as overdue,
                (select coalesce(sum(amount_minor - allocated_minor), 0) from charges
                    where tenant_id = t.id and currency = t.currency and %1$s = :id
                    and canceled_at is null and allocated_minor < amount_minor and type = 'CREDIT')
                + (select coalesce(sum(amount_minor - allocated_minor), 0) from payments
                    where tenant_id = t.id and currency = t.currency and %1$s = :id
                    and status = 'APPROVED' and allocated_minor < amount_minor) as credit
            from (
                select id, currency from tenants where id = :tenant
                union
                select tenant_id, currency from unit_accounts where tenant_id = :tenant and %1$s = :id) t
            order by t.currency""";

    private static final String OF_UNIT = SUMS.formatted("unit_id");
    private static final String OF_BUILDING = SUMS.formatted("building_id");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Units units;

    @Allowed(CHARGE_READ)
    public BalanceView ofUnit(UUID unit) {
        units.reached(unit, CHARGE_READ);
        return sums(OF_UNIT, unit);
    }

    /** The whole building's: a resident, who sees the own unit only, doesn't find it. */
    @Allowed(CHARGE_READ)
    public BalanceView ofBuilding(UUID building) {
        units.reachedBuilding(building, CHARGE_READ);
        return sums(OF_BUILDING, building);
    }

    private BalanceView sums(String query, UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        List<Object[]> rows = entityManager
                .unwrap(Session.class)
                .createNativeQuery(query, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .setParameter("today", calendars.today(tenant))
                .getResultList();
        List<List<Money>> lists = IntStream.rangeClosed(1, 4)
                .mapToObj(column -> rows.stream()
                        .map(row -> new Money(exact((BigDecimal) row[column]), (String) row[0]))
                        .toList())
                .toList();
        return new BalanceView(lists.get(0), lists.get(1), lists.get(2), lists.get(3));
    }

    private static long exact(BigDecimal sum) {
        try {
            return sum.longValueExact();
        } catch (ArithmeticException tooMuch) {
            throw Refusal.of(ErrorCode.AMOUNT_OUT_OF_RANGE);
        }
    }
}
