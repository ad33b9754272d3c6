package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.BUILDING_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Adds, describes and archives the units of a building. */
@Stateless
public class UnitService {
    private static final Listing<UnitView> LISTING = Listing.<UnitView>of(
                    "new io.buildingos.building.UnitView(u.id, u.version, u.buildingId, u.code, u.label, u.type,"
                            + " u.areaM2, u.share, u.billable, u.createdAt, u.archivedAt)",
                    "Unit u",
                    "u.id")
            .sort("code", "u.codeKey", String.class)
            .filter("type", Unit.Type.class, "u.type = :type")
            .filter("archived", Boolean.class, "(u.archivedAt is not null) = :archived");

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
    private BuildingService buildings;

    @Allowed(BUILDING_READ)
    public Page<UnitView> list(UUID building, ListRequest request) {
        buildings.get(building);
        return LISTING.page(
                entityManager,
                request,
                Condition.of("u.buildingId = :building", Map.of("building", building)),
                Condition.within(currentCaller.get().reach(BUILDING_READ), "u.buildingId", "u.id"));
    }

    @Allowed(BUILDING_READ)
    public UnitView get(UUID id) {
        return UnitView.of(load(id, BUILDING_READ));
    }

    @Allowed(BUILDING_WRITE)
    public UnitView add(UUID buildingId, DescribeUnit description) {
        Caller caller = currentCaller.get();
        Building building = entityManager.find(Building.class, buildingId);
        if (building == null || !caller.reach(BUILDING_WRITE).coversBuilding(buildingId)) {
            throw Refusal.notFound();
        }
        building.requireOpen();
        planLimits.claim(CountedResource.UNITS, 1);
        Unit unit = new Unit(caller.requireTenant(), buildingId, description, clock.instant());
        entityManager.persist(unit);
        UnitView view = UnitView.of(unit);
        auditLog.created("unit", unit.id(), view);
        return view;
    }

    private Unit load(UUID id, Permission permission) {
        Unit unit = entityManager.find(Unit.class, id);
        Reach reach = currentCaller.get().reach(permission);
        if (unit == null || !reach.coversUnit(id, unit.buildingId())) {
            throw Refusal.notFound();
        }
        return unit;
    }
}
