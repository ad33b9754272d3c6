package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.Plan;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Adds many units at once: all of them, or none and every problem by its row. */
@Stateless
public class UnitBulkService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Units units;

    @Inject
    private Shares shares;

    @Allowed(BUILDING_WRITE)
    public List<UnitView> add(UUID building, AddUnits command) {
        units.lockedOpenBuilding(building, BUILDING_WRITE);
        planLimits.requireFeature(Plan.Feature.BULK);
        planLimits.claim(CountedResource.UNITS, command.units().size());
        requireFreeCodes(building, command.units());
        Instant now = clock.instant();
        List<UnitView> views = new ArrayList<>();
        boolean anyShare = false;
        for (DescribeUnit description : command.units()) {
            Unit unit = new Unit(currentCaller.get().requireTenant(), building, description, now);
            entityManager.persist(unit);
            anyShare |= unit.share() != null;
            UnitView view = UnitView.of(unit, false);
            auditLog.created("unit", unit.id(), view);
            views.add(view);
        }
        if (anyShare) {
            shares.requireSum(building);
        }
        return views;
    }

    private void requireFreeCodes(UUID building, List<DescribeUnit> rows) {
        Set<String> taken = new HashSet<>(entityManager
                .createQuery("select u.codeKey from Unit u where u.buildingId = :building", String.class)
                .setParameter("building", building)
                .getResultList());
        Map<String, Integer> firstRow = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String key = NameKey.of(rows.get(row).code());
            Integer earlier = firstRow.putIfAbsent(key, row);
            if (earlier != null) {
                violations.add(
                        new Violation("units[%d].code".formatted(row), "is the code of row " + earlier + " too"));
            } else if (taken.contains(key)) {
                violations.add(new Violation("units[%d].code".formatted(row), "is the code of another unit"));
            }
        }
        if (!violations.isEmpty()) {
            throw Refusal.of(ErrorCode.UNIT_CODE_TAKEN, "Some of these codes are taken.", violations);
        }
    }
}
