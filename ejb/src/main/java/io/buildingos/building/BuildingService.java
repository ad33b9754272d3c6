package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.BUILDING_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Opens, describes, archives and restores buildings. */
@Stateless
public class BuildingService {
    private static final Listing<BuildingView> LISTING = Listing.<BuildingView>of(
                    "new io.buildingos.building.BuildingView(b.id, b.version, b.name, b.address, b.createdAt,"
                            + " b.archivedAt)",
                    "Building b",
                    "b.id")
            .sort("name", "b.nameKey", String.class)
            .sort("createdAt", "b.createdAt", Instant.class)
            .filter("archived", Boolean.class, "case when b.archivedAt is null then false else true end = :archived")
            .filter("q", NameKey.class, "locate(:q, b.nameKey) > 0");

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
    private Calendars calendars;

    @Inject
    private Units units;

    @Inject
    private BuildingFigures figures;

    @Allowed(BUILDING_READ)
    public Page<BuildingView> list(ListRequest request) {
        Page<BuildingView> page = LISTING.page(entityManager, request, reached());
        return new Page<>(figures.of(page.items()), page.next());
    }

    @Allowed(BUILDING_READ)
    public BuildingView get(UUID id) {
        return figures.of(BuildingView.of(units.seenBuilding(id, BUILDING_READ)));
    }

    @Allowed(BUILDING_WRITE)
    public BuildingView open(DescribeBuilding description) {
        Caller caller = currentCaller.get();
        caller.reach(BUILDING_WRITE).requireAll();
        planLimits.claim(CountedResource.BUILDINGS, 1);
        Building building =
                new Building(caller.requireTenant(), description.name(), description.address(), clock.instant());
        entityManager.persist(building);
        BuildingView view = BuildingView.of(building);
        auditLog.created("building", building.id(), view);
        return figures.of(view);
    }

    @Allowed(BUILDING_WRITE)
    public BuildingView describe(UUID id, long version, DescribeBuilding description) {
        Building building = units.seenBuilding(id, BUILDING_WRITE);
        building.requireVersion(version);
        building.requireOpen();
        BuildingView before = BuildingView.of(building);
        building.describe(description.name(), description.address());
        return changed("building.described", building, before);
    }

    /** Refused while somebody occupies one of its units. Its units stay what they are, and rest with it. */
    @Allowed(BUILDING_WRITE)
    public BuildingView archive(UUID id) {
        Building building = units.lockedBuilding(id, BUILDING_WRITE);
        BuildingView before = BuildingView.of(building);
        building.archive(clock.instant());
        requireVacant(building);
        return changed("building.archived", building, before);
    }

    /** Refused when the plan has no room for it and its units. */
    @Allowed(BUILDING_WRITE)
    public BuildingView restore(UUID id) {
        Building building = units.lockedBuilding(id, BUILDING_WRITE);
        BuildingView before = BuildingView.of(building);
        building.requireArchived();
        planLimits.claim(CountedResource.BUILDINGS, 1);
        long openUnits =
                count("select count(*) from Unit u where u.buildingId = :building and u.archivedAt is null", id);
        planLimits.claim(CountedResource.UNITS, openUnits);
        building.restore();
        return changed("building.restored", building, before);
    }

    /** Only what has no history: a building that never had a unit. Any other is archived. */
    @Allowed(BUILDING_WRITE)
    public void delete(UUID id, long version) {
        Building building = units.lockedBuilding(id, BUILDING_WRITE);
        building.requireVersion(version);
        if (count("select count(*) from Unit u where u.buildingId = :building", id) > 0) {
            throw Refusal.of(ErrorCode.CONFLICT, "The building has units, and so a history: archive it instead.");
        }
        BuildingView before = BuildingView.of(building);
        entityManager.remove(building);
        entityManager.flush();
        auditLog.changed("building.deleted", "building", id, before, Map.of());
    }

    private void requireVacant(Building building) {
        long occupied = entityManager
                .createQuery(
                        "select count(*) from Occupancy o join Unit u on u.id = o.unitId"
                                + " where u.buildingId = :building and (o.endsOn is null or o.endsOn >= :today)",
                        Long.class)
                .setParameter("building", building.id())
                .setParameter("today", calendars.today(building.tenantId()))
                .getSingleResult();
        if (occupied > 0) {
            throw Refusal.of(ErrorCode.UNIT_OCCUPIED, "Units of the building are occupied: end the occupancies first.");
        }
    }

    private long count(String query, UUID building) {
        return entityManager
                .createQuery(query, Long.class)
                .setParameter("building", building)
                .getSingleResult();
    }

    private BuildingView changed(String action, Building building, BuildingView before) {
        entityManager.flush();
        BuildingView after = BuildingView.of(building);
        auditLog.changed(action, "building", building.id(), before, after);
        return figures.of(after);
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
