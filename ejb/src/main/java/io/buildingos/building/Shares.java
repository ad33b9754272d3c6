package io.buildingos.building;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The rule over a building's shares: those of its open units sum to exactly 1, or there are none.
 *
 * <p>A unit may have no share while others have: so a unit can be added to a shared building. The sum still is 1, the set
 * is reported as incomplete, and the shares of all are then set together. Whoever changes shares holds the building's lock.
 */
@ApplicationScoped
class Shares {
    @PersistenceContext
    private EntityManager entityManager;

    /** Of what stands in the transaction now: call it after the change. */
    void requireSum(UUID building) {
        requireSum(openUnits(building));
    }

    List<Unit> openUnits(UUID building) {
        return entityManager
                .createQuery(
                        "from Unit u where u.buildingId = :building and u.archivedAt is null order by u.codeKey",
                        Unit.class)
                .setParameter("building", building)
                .getResultList();
    }

    static void requireSum(List<Unit> units) {
        BigDecimal sum = sum(units);
        if (sum.signum() != 0 && sum.compareTo(BigDecimal.ONE) != 0) {
            throw Refusal.of(
                    ErrorCode.SHARES_DO_NOT_SUM,
                    "The shares would sum to %s, not to 1: set all of the building's shares together."
                            .formatted(sum.stripTrailingZeros().toPlainString()),
                    Map.of("sum", UnitView.plain(sum)));
        }
    }

    static BigDecimal sum(List<Unit> units) {
        return units.stream().map(Unit::share).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
