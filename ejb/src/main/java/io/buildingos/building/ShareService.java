package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.BUILDING_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.SetShares.Share;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows and sets how a building is shared among its units. */
@Stateless
public class ShareService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Units units;

    @Inject
    private Shares shares;

    /** The whole building's: a resident, who sees the own unit only, doesn't find it. */
    @Allowed(BUILDING_READ)
    public SharesView of(UUID building) {
        if (!currentCaller.get().reach(BUILDING_READ).coversBuilding(building)
                || entityManager.find(Building.class, building) == null) {
            throw Refusal.notFound();
        }
        return SharesView.of(building, shares.openUnits(building));
    }

    @Allowed(BUILDING_WRITE)
    public SharesView set(UUID buildingId, SetShares command) {
        units.lockedOpenBuilding(buildingId, BUILDING_WRITE);
        List<Unit> open = shares.openUnits(buildingId);
        Map<UUID, BigDecimal> given = byUnit(command.shares(), open);
        Map<String, BigDecimal> before = byCode(open);
        open.forEach(unit -> unit.share(given.get(unit.id())));
        Shares.requireSum(open);
        entityManager.flush();
        auditLog.changed("building.shares-set", "building", buildingId, before, byCode(open));
        return SharesView.of(buildingId, open);
    }

    private static Map<UUID, BigDecimal> byUnit(Map<String, Share> shares, List<Unit> open) {
        Map<String, Unit> names = new HashMap<>();
        open.forEach(unit -> names.put(unit.id().toString(), unit));
        open.forEach(unit -> names.put(NameKey.of(unit.code()), unit));
        Map<UUID, BigDecimal> given = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        shares.forEach((name, share) -> {
            Unit unit = names.get(NameKey.of(name));
            if (unit == null) {
                violations.add(new Violation("shares." + name, "is no open unit of the building"));
            } else if (share != null && given.put(unit.id(), share.value()) != null) {
                violations.add(new Violation("shares." + name, "names a unit a second time"));
            }
        });
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return given;
    }

    private static Map<String, BigDecimal> byCode(List<Unit> units) {
        Map<String, BigDecimal> shares = new HashMap<>();
        units.forEach(unit -> shares.put(unit.code(), UnitView.plain(unit.share())));
        return shares;
    }
}
