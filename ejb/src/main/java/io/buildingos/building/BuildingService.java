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

/** Opens, describes and archives buildings. */
@Stateless
public class BuildingService {
    private static final Listing<BuildingView> LISTING = Listing.<BuildingView>of(
                    "new io.buildingos.building.BuildingView(b.id, b.version, b.name, b.address, b.createdAt,"
                            + " b.archivedAt)",
                    "Building b",
                    "b.id")
            .sort("name", "b.nameKey", String.class)
            .sort("createdAt", "b.createdAt", java.time.Instant.class)
            .filter("archived", Boolean.class, "(b.archivedAt is not null) = :archived");

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

    @Allowed(BUILDING_READ)
    public Page<BuildingView> list(ListRequest request) {
        return LISTING.page(entityManager, request, reached());
    }

    @Allowed(BUILDING_READ)
    public BuildingView get(UUID id) {
        return BuildingView.of(load(id, BUILDING_READ));
    }

    @Allowed(BUILDING_WRITE)
    public BuildingView open(DescribeBuilding description) {
        Caller caller = currentCaller.get();
        if (!caller.reach(BUILDING_WRITE).all()) {
            throw Refusal.of(io.buildingos.kernel.ErrorCode.FORBIDDEN);
        }
        planLimits.claim(CountedResource.BUILDINGS, 1);
        Building building =
                new Building(caller.requireTenant(), description.name(), description.address(), clock.instant());
        entityManager.persist(building);
        BuildingView view = BuildingView.of(building);
        auditLog.created("building", building.id(), view);
        return view;
    }

    @Allowed(BUILDING_WRITE)
    public BuildingView describe(UUID id, long version, DescribeBuilding description) {
        Building building = load(id, BUILDING_WRITE);
        building.requireVersion(version);
        building.requireOpen();
        BuildingView before = BuildingView.of(building);
        building.describe(description.name(), description.address());
        return changed("building.described", building, before);
    }

    @Allowed(BUILDING_WRITE)
    public BuildingView archive(UUID id, long version) {
        Building building = load(id, BUILDING_WRITE);
        building.requireVersion(version);
        BuildingView before = BuildingView.of(building);
        building.archive(clock.instant());
        return changed("building.archived", building, before);
    }

    private BuildingView changed(String action, Building building, BuildingView before) {
        entityManager.flush();
        BuildingView after = BuildingView.of(building);
        auditLog.changed(action, "building", building.id(), before, after);
        return after;
    }

    private Building load(UUID id, Permission permission) {
        Building building = entityManager.find(Building.class, id);
        if (building == null || !reaches(building, permission)) {
            throw Refusal.notFound();
        }
        return building;
    }

    private boolean reaches(Building building, Permission permission) {
        Reach reach = currentCaller.get().reach(permission);
        return reach.coversBuilding(building.id()) || (!reach.units().isEmpty() && isBuildingOf(building.id(), reach));
    }

    private boolean isBuildingOf(UUID building, Reach reach) {
        return entityManager
                        .createQuery(
                                "select count(*) from Unit u where u.buildingId = :building and u.id in :units",
                                Long.class)
                        .setParameter("building", building)
                        .setParameter("units", reach.units())
                        .getSingleResult()
                > 0;
    }

    /** A resident sees the buildings of the own units. */
    private Condition reached() {
        Reach reach = currentCaller.get().reach(BUILDING_READ);
        if (reach.all()) {
            return Condition.within(reach, "b.id", "b.id");
        }
        return Condition.of(
                "(b.id in :buildings or exists (select 1 from Unit u where u.buildingId = b.id and u.id in :units))",
                Map.of("buildings", reach.buildings(), "units", reach.units()));
    }
}
