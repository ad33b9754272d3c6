package io.buildingos.ledger;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.UuidV7;
import io.buildingos.ledger.AllocationPlan.Debt;
import io.buildingos.ledger.AllocationPlan.Part;
import io.buildingos.ledger.AllocationPlan.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Lays credit on debts and takes it off again, for whoever holds the accounts' locks; in a number of statements that doesn't
 * grow. The tables keep the sums on both sides by themselves, so entities read before are stale afterwards.
 */
@ApplicationScoped
public class Allocations {
    /** What came first is used first. */
    private static final String SOURCES = """
            select id, true as payment, unit_id, amount_minor - allocated_minor as free, reviewed_at as since from payments
            where tenant_id = :tenant and unit_id in (:units) and status = 'APPROVED' and allocated_minor < amount_minor
            union all
            select id, false, unit_id, amount_minor - allocated_minor, created_at from charges
            where tenant_id = :tenant and unit_id in (:units) and type = 'CREDIT' and canceled_at is null
                and allocated_minor < amount_minor
            order by since, id""";

    private static final String DEBTS = """
            select id, unit_id, amount_minor - allocated_minor as outstanding from charges
            where tenant_id = :tenant and unit_id in (:units) and type <> 'CREDIT' and canceled_at is null
                and allocated_minor < amount_minor
            order by due_on, period, id""";

    private static final String RELEASE = "update allocations set released_at = :now where tenant_id = :tenant"
            + " and unit_id = :unit and released_at is null"
            + " and (charge_id = :source or payment_id = :source or credit_id = :source)";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** Free credit of the units on these new charges of theirs; older debts keep waiting for whoever left them open. */
    public void coverCharges(Collection<UUID> units, Collection<UUID> charges) {
        coverCharges(units, charges, clock.instant());
    }

    /** @param at when it was, for a history that is written afterwards */
    public void coverCharges(Collection<UUID> units, Collection<UUID> charges, Instant at) {
        List<Source> sources = sources(units);
        if (sources.isEmpty()) {
            return;
        }
        Set<UUID> wanted = Set.copyOf(charges);
        List<Debt> debts = debts(units).stream()
                .filter(debt -> wanted.contains(debt.chargeId()))
                .toList();
        lay(AllocationPlan.inOrder(sources, debts), at);
    }

    /** These payments or credits on what their units owe, oldest due first; returns how much that was. */
    public long coverBy(Collection<UUID> units, Collection<UUID> sources) {
        return coverBy(units, sources, clock.instant());
    }

    /** @param at when it was, for a history that is written afterwards */
    public long coverBy(Collection<UUID> units, Collection<UUID> sources, Instant at) {
        Set<UUID> wanted = Set.copyOf(sources);
        List<Source> own =
                sources(units).stream().filter(one -> wanted.contains(one.id())).toList();
        return own.isEmpty() ? 0 : lay(AllocationPlan.inOrder(own, debts(units)), at);
    }

    /** All free credit of the unit on all it owes, oldest due first; returns how much that was. */
    public long coverByAll(UUID unit) {
        return lay(AllocationPlan.inOrder(sources(List.of(unit)), debts(List.of(unit))), clock.instant());
    }

    /** One payment or credit on the charges named, and on no other. */
    public long coverAsAsked(UUID unit, UUID source, List<Allocate> asked) {
        Source own = sources(List.of(unit)).stream()
                .filter(one -> one.id().equals(source))
                .findFirst()
                .orElse(new Source(source, true, unit, 0));
        return lay(AllocationPlan.asked(own, debts(List.of(unit)), asked), clock.instant());
    }

    /** Everything that the payment or credit covers, or that covers the charge; returns how many allocations ended. */
    public int release(UUID unit, UUID source) {
        return release(unit, source, clock.instant());
    }

    /** @param at when it was, for a history that is written afterwards */
    public int release(UUID unit, UUID source, Instant at) {
        return entityManager
                .createNativeQuery(RELEASE)
                .setParameter("now", at)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("unit", unit)
                .setParameter("source", source)
                .executeUpdate();
    }

    private List<Source> sources(Collection<UUID> units) {
        return rows(SOURCES, units)
                .map(row -> new Source((UUID) row[0], (Boolean) row[1], (UUID) row[2], (Long) row[3]))
                .toList();
    }

    private List<Debt> debts(Collection<UUID> units) {
        return rows(DEBTS, units)
                .map(row -> new Debt((UUID) row[0], (UUID) row[1], (Long) row[2]))
                .toList();
    }

    private Stream<Object[]> rows(String query, Collection<UUID> units) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(query, Object[].class)
                .setParameter("tenant", currentCaller.get().requireTenant())
                .setParameter("units", units)
                .getResultStream();
    }

    private long lay(List<Part> parts, Instant at) {
        UUID tenant = currentCaller.get().requireTenant();
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> BulkInsert.<Part>into("allocations")
                        .column("id", "uuid", part -> UuidV7.create())
                        .column("tenant_id", "uuid", part -> tenant)
                        .column("unit_id", "uuid", part -> part.source().unitId())
                        .column("charge_id", "uuid", Part::chargeId)
                        .column(
                                "payment_id",
                                "uuid",
                                part -> part.source().payment() ? part.source().id() : null)
                        .column(
                                "credit_id",
                                "uuid",
                                part -> part.source().payment()
                                        ? null
                                        : part.source().id())
                        .column("amount_minor", "bigint", Part::amountMinor)
                        .column("allocated_at", "timestamptz", part -> Timestamp.from(at))
                        .execute(connection, parts));
        return parts.stream().mapToLong(Part::amountMinor).reduce(0, Math::addExact);
    }
}
