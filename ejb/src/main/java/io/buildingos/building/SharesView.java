package io.buildingos.building;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How a building is shared among its open units.
 *
 * @param state ABSENT: no unit has a share; COMPLETE: every unit has one; INCOMPLETE: the shares sum to one, but some units
 *     (added since) have none yet
 * @param sum 0 or 1
 */
public record SharesView(UUID buildingId, State state, BigDecimal sum, List<UnitShare> shares) {
    static SharesView of(UUID building, List<Unit> units) {
        BigDecimal sum = Shares.sum(units);
        boolean anyWithout = units.stream().anyMatch(unit -> unit.share() == null);
        State given = anyWithout ? State.INCOMPLETE : State.COMPLETE;
        return new SharesView(
                building,
                sum.signum() == 0 ? State.ABSENT : given,
                UnitView.plain(sum),
                units.stream()
                        .map(unit -> new UnitShare(unit.id(), unit.code(), UnitView.plain(unit.share())))
                        .toList());
    }

    /** Whether the building can be split by shares: only when they are COMPLETE. */
    public enum State {
        ABSENT,
        INCOMPLETE,
        COMPLETE
    }

    /** One unit's; null when it has none. */
    public record UnitShare(UUID unitId, String code, BigDecimal share) {}
}
