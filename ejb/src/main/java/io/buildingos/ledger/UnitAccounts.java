package io.buildingos.ledger;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.UuidV7;
import io.buildingos.tenancy.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Locks accounts and posts to them. Every act that moves money takes its lock here, of several units in the order of their
 * ids, before it touches anything else of theirs; all of them therefore queue, and none waits for one that waits for it.
 */
@ApplicationScoped
public class UnitAccounts {
    /**
     * All or none: who held some and then opened others would hold higher ones while waiting for lower ones. Doesn't stop
     * what merely refers to the account.
     */
    private static final String LOCK = "select unit_id, building_id, currency, balance_minor from unit_accounts"
            + " where tenant_id = :tenant and unit_id in (:units)"
            + " and :count = (select count(*) from unit_accounts where tenant_id = :tenant and unit_id in (:units))"
            + " order by unit_id for no key update";

    private static final String OPEN = "insert into unit_accounts"
            + " (unit_id, tenant_id, building_id, currency, balance_minor, entries)"
            + " select u.id, u.tenant_id, u.building_id, t.currency, 0, 0 from units u join tenants t on t.id = u.tenant_id"
            + " where u.tenant_id = :tenant and u.id in (:units) order by u.id on conflict do nothing";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    public Account locked(UUID unit) {
        return locked(Set.of(unit)).get(unit);
    }

    /** By unit. The first movement of a unit opens its account. */
    public Map<UUID, Account> locked(Collection<UUID> wanted) {
        UUID tenant = currentCaller.get().requireTenant();
        Set<UUID> units = Set.copyOf(wanted);
        Map<UUID, Account> accounts = lock(tenant, units);
        if (accounts.isEmpty()) {
            entityManager
                    .createNativeQuery(OPEN)
                    .setParameter("tenant", tenant)
                    .setParameter("units", units)
                    .executeUpdate();
            accounts = lock(tenant, units);
        }
        if (accounts.isEmpty()) {
            throw Refusal.notFound();
        }
        return accounts;
    }

    /** Of any unit of the tenant, charged before or not. */
    public void requireCurrency(Money amount) {
        String currency = entityManager
                .createQuery("select t.currency from Tenant t where t.id = :tenant", String.class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .getSingleResult();
        new Account(null, null, currency, 0).requireOwnCurrency(amount);
    }

    private Map<UUID, Account> lock(UUID tenant, Set<UUID> units) {
        Map<UUID, Account> accounts = new TreeMap<>();
        entityManager
                .unwrap(Session.class)
                .createNativeQuery(LOCK, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("units", units)
                .setParameter("count", units.size())
                .getResultList()
                .forEach(row -> accounts.put(
                        (UUID) row[0], new Account((UUID) row[0], (UUID) row[1], (String) row[2], (Long) row[3])));
        return accounts;
    }

    public void post(Posting posting) {
        post(List.of(posting));
    }

    /** In one statement; position and running balance are the table's own work. */
    public void post(List<Posting> postings) {
        post(postings, calendars.today(currentCaller.get().requireTenant()), clock.instant());
    }

    /** The same for a history that is written afterwards: a unit's entries in the order of their days. */
    public void post(List<Posting> postings, LocalDate enteredOn, Instant at) {
        UUID tenant = currentCaller.get().requireTenant();
        entityManager.flush();
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> BulkInsert.<Posting>into("ledger_entries")
                        .column("id", "uuid", posting -> UuidV7.create())
                        .column("tenant_id", "uuid", posting -> tenant)
                        .column("unit_id", "uuid", Posting::unitId)
                        .column("kind", "text", posting -> posting.kind().name())
                        .column("amount_minor", "bigint", Posting::amountMinor)
                        .column("charge_id", "uuid", Posting::chargeId)
                        .column("payment_id", "uuid", Posting::paymentId)
                        .column("reverses_id", "uuid", Posting::reversesId)
                        .column("description", "text", Posting::description)
                        .column("entered_on", "date", posting -> enteredOn)
                        .column("posted_at", "timestamptz", posting -> Timestamp.from(at))
                        .execute(connection, postings));
    }

    /** The entry by which a charge, credit or payment came in. */
    public UUID entryOf(UUID unit, UUID chargeOrPayment) {
        return entityManager
                .createQuery(
                        "select e.id from LedgerEntry e where e.unitId = :unit and e.reversesId is null"
                                + " and (e.chargeId = :source or e.paymentId = :source) and e.kind <> :correction",
                        UUID.class)
                .setParameter("unit", unit)
                .setParameter("source", chargeOrPayment)
                .setParameter("correction", EntryKind.CHARGE_CORRECTED)
                .getSingleResult();
    }
}
