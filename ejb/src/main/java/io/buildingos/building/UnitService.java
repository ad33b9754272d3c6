package io.buildingos.building;

import static io.buildingos.kernel.Permission.BUILDING_READ;
import static io.buildingos.kernel.Permission.BUILDING_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.tenancy.Calendars;
import io.buildingos.tenancy.CountedResource;
import io.buildingos.tenancy.PlanLimits;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Adds, describes, archives and restores the units of a building. */
@Stateless
public class UnitService {
    /**
     * Counted, though one would do: of an {@code exists} PostgreSQL makes a hash of all the table's occupancies for a page of
     * fifty. By the tenant as well, with which the index begins.
     */
    private static final String OCCUPIED = "case when (select count(*) from Occupancy o where o.tenantId = u.tenantId"
            + " and o.unitId = u.id and o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)) > 0"
            + " then true else false end";

    private static final String VIEW = "new io.buildingos.building.UnitView(u.id, u.version, u.buildingId, u.code,"
            + " u.label, u.type, u.areaM2, u.share, u.billable, " + OCCUPIED + ", u.createdAt, u.archivedAt)";
    private static final Listing<UnitView> LISTING = Listing.<UnitView>of(VIEW, "Unit u", "u.id")
            .sort("code", "u.codeKey", String.class)
            .filter("type", Unit.Type.class, "u.type = :type")
            .filter("archived", Boolean.class, "case when u.archivedAt is null then false else true end = :archived")
            .filter("occupied", Boolean.class, OCCUPIED + " = :occupied")
            .filter("q", NameKey.class, "(locate(:q, u.codeKey) > 0 or locate(:q, lower(u.label)) > 0)");

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
    private Shares shares;

    @Allowed(BUILDING_READ)
    public Page<UnitView> list(UUID building, ListRequest request) {
        return LISTING.page(
                        entityManager,
                        request,
                        Condition.of(
                                "u.buildingId = :building",
                                Map.of(
                                        "building",
                                        building,
                                        "today",
                                        calendars.today(currentCaller.get().requireTenant()))),
                        Condition.within(currentCaller.get().reach(BUILDING_READ), "u.buildingId", "u.id"))
                .unlessEmpty(() -> units.seenBuilding(building, BUILDING_READ));
    }

    @Allowed(BUILDING_READ)
    public UnitView get(UUID id) {
        UUID tenant = currentCaller.get().requireTenant();
        UnitView unit = TenantFilter.view(
                entityManager,
                tenant,
                UnitView.class,
                "select " + VIEW + " from Unit u where u.tenantId = :tenant and u.id = :id",
                Map.of("id", id, "today", calendars.today(tenant)));
        if (!currentCaller.get().reach(BUILDING_READ).coversUnit(id, unit.buildingId())) {
            throw Refusal.notFound();
        }
        return unit;
    }

    @Allowed(BUILDING_WRITE)
    public UnitView add(UUID buildingId, DescribeUnit description) {
        units.lockedOpenBuilding(buildingId, BUILDING_WRITE);
        planLimits.claim(CountedResource.UNITS, 1);
        Unit unit = new Unit(currentCaller.get().requireTenant(), buildingId, description, clock.instant());
        entityManager.persist(unit);
        if (unit.share() != null) {
            shares.requireSum(buildingId);
        }
        UnitView view = UnitView.of(unit, false);
        auditLog.created("unit", unit.id(), view);
        return view;
    }

    @Allowed(BUILDING_WRITE)
    public UnitView describe(UUID id, long version, DescribeUnit description) {
        Unit unit = units.lockedOpen(id, BUILDING_WRITE);
        unit.requireVersion(version);
        UnitView before = view(unit);
        unit.describe(description);
        if (!same(before.share(), unit.share())) {
            shares.requireSum(unit.buildingId());
        }
        return changed("unit.described", unit, before);
    }

    /** Refused while somebody occupies it, or while others' shares need its own to sum to one. */
    @Allowed(BUILDING_WRITE)
    public UnitView archive(UUID id) {
        Unit unit = units.lockedOpen(id, BUILDING_WRITE);
        UnitView before = view(unit);
        requireVacant(unit);
        unit.archive(clock.instant());
        if (unit.share() != null) {
            shares.requireSum(unit.buildingId());
        }
        return changed("unit.archived", unit, before);
    }

    @Allowed(BUILDING_WRITE)
    public UnitView restore(UUID id) {
        Unit unit = units.lockedInOpenBuilding(id, BUILDING_WRITE);
        UnitView before = view(unit);
        unit.requireArchived();
        planLimits.claim(CountedResource.UNITS, 1);
        unit.restore();
        if (unit.share() != null) {
            shares.requireSum(unit.buildingId());
        }
        return changed("unit.restored", unit, before);
    }

    private UnitView changed(String action, Unit unit, UnitView before) {
        entityManager.flush();
        UnitView after = UnitView.of(unit, before.occupied());
        auditLog.changed(action, "unit", unit.id(), before, after);
        return after;
    }

    private UnitView view(Unit unit) {
        return UnitView.of(
                unit, occupancies(unit, "o.startsOn <= :today and (o.endsOn is null or o.endsOn >= :today)"));
    }

    /** Neither now nor from a later day on. */
    private void requireVacant(Unit unit) {
        if (occupancies(unit, "(o.endsOn is null or o.endsOn >= :today)")) {
            throw Refusal.of(ErrorCode.UNIT_OCCUPIED);
        }
    }

    private boolean occupancies(Unit unit, String condition) {
        return entityManager
                        .createQuery(
                                "select count(*) from Occupancy o where o.unitId = :unit and " + condition, Long.class)
                        .setParameter("unit", unit.id())
                        .setParameter("today", calendars.today(unit.tenantId()))
                        .getSingleResult()
                > 0;
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
