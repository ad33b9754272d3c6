package io.buildingos.ledger;

import static io.buildingos.kernel.Permission.CHARGE_READ;

import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Tells a unit's account line by line. */
@Stateless
public class StatementService {
    static final String VIEW =
            "new io.buildingos.ledger.StatementLine(e.id, e.position, e.enteredOn, e.kind, e.description,"
                    + " e.amountMinor, e.balanceMinor, a.currency, e.chargeId, e.paymentId, e.reversesId, e.postedAt)";
    static final String FROM = "LedgerEntry e join UnitAccount a on a.tenantId = e.tenantId and a.unitId = e.unitId";

    private static final Listing<StatementLine> LISTING = Listing.<StatementLine>of(VIEW, FROM, "e.id")
            .sort("position", "e.position", Long.class)
            .filter("from", LocalDate.class, "e.enteredOn >= :from")
            .filter("to", LocalDate.class, "e.enteredOn <= :to")
            .filter("kind", EntryKind.class, "e.kind = :kind");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Units units;

    @Allowed(CHARGE_READ)
    public Page<StatementLine> of(UUID unit, ListRequest request) {
        return LISTING.page(
                        entityManager,
                        request,
                        Condition.of("e.unitId = :unit", Map.of("unit", unit)),
                        Condition.within(currentCaller.get().reach(CHARGE_READ), "a.buildingId", "a.unitId"))
                .unlessEmpty(() -> units.reached(unit, CHARGE_READ));
    }
}
