package io.buildingos.ledger;

import static io.buildingos.kernel.Permission.CHARGE_READ;
import static io.buildingos.kernel.Permission.PAYMENT_REVIEW;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Shows what covers what in a unit, and lays its free credit on what it owes. */
@Stateless
public class AllocationService {
    private static final Listing<AllocationView> LISTING = Listing.<AllocationView>of(
                    "new io.buildingos.ledger.AllocationView(l.id, l.unitId, l.chargeId, l.paymentId, l.creditId,"
                            + " l.amountMinor, a.currency, l.allocatedAt, l.releasedAt)",
                    "Allocation l join UnitAccount a on a.tenantId = l.tenantId and a.unitId = l.unitId",
                    "l.id")
            .sort("allocatedAt", "l.allocatedAt", Instant.class)
            .filter("charge", UUID.class, "l.chargeId = :charge")
            .filter("payment", UUID.class, "l.paymentId = :payment")
            .filter("credit", UUID.class, "l.creditId = :credit")
            .filter("released", Boolean.class, "case when l.releasedAt is null then false else true end = :released");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Units units;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Allocations allocations;

    @Inject
    private AuditLog auditLog;

    @Allowed(CHARGE_READ)
    public Page<AllocationView> ofUnit(UUID unit, ListRequest request) {
        return LISTING.page(
                        entityManager,
                        request,
                        Condition.of("l.unitId = :unit", Map.of("unit", unit)),
                        Condition.within(currentCaller.get().reach(CHARGE_READ), "a.buildingId", "a.unitId"))
                .unlessEmpty(() -> units.reached(unit, CHARGE_READ));
    }

    /** Oldest due first; refused when there is nothing to lay or nothing to lay it on. */
    @Allowed(PAYMENT_REVIEW)
    public AppliedCredit applyCredit(UUID unit) {
        units.reached(unit, PAYMENT_REVIEW);
        Account account = accounts.locked(unit);
        long covered = allocations.coverByAll(unit);
        if (covered == 0) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The unit has no free credit, or owes nothing.");
        }
        Money amount = new Money(covered, account.currency());
        auditLog.happened("unit.credit-applied", "unit", unit, Map.of("amount", amount));
        return new AppliedCredit(unit, amount);
    }

    /** How much of a unit's credit now covers debts of it. */
    public record AppliedCredit(UUID unitId, Money amount) {}
}
