package io.buildingos.document;

import static io.buildingos.kernel.Permission.DOCUMENT_READ;
import static io.buildingos.kernel.Permission.SETTINGS_WRITE;

import io.buildingos.building.Building;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which documents a caller sees and changes, and where they may put new ones. */
@ApplicationScoped
class DocumentAccess {
    /** A proof of payment, or what belongs to a ticket. */
    private static final Set<Document.Category> OF_RESIDENTS =
            Set.of(Document.Category.RECEIPT, Document.Category.OTHER);

    private static final String ENUMS = "io.buildingos.document.Document$";
    private static final String BUT_PRIVATE = "d.visibility <> " + ENUMS + "Visibility.PRIVATE";

    /**
     * Staff see what lies in their buildings; residents what is for residents of their unit, its building or everybody,
     * and their unit's receipts; everybody their own. What belongs to no building is for staff of the whole tenant, unless
     * it is for residents.
     */
    private static final String PARTLY = "((d.uploadedBy = :me and (d.buildingId is null"
            + " or d.buildingId in :reachBuildings or d.unitId in :reachUnits))"
            + " or (" + BUT_PRIVATE + " and d.buildingId in :reachBuildings)"
            + " or (d.visibility = " + ENUMS
            + "Visibility.RESIDENTS and (d.buildingId is null or d.unitId in :reachUnits"
            + " or (d.unitId is null and exists (select 1 from Unit u where u.buildingId = d.buildingId"
            + " and u.id in :reachUnits))))"
            + " or (d.category = " + ENUMS + "Category.RECEIPT and " + BUT_PRIVATE + " and d.unitId in :reachUnits))";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Units units;

    /** On documents as d. */
    Condition visible() {
        Caller caller = currentCaller.get();
        if (caller.reach(SETTINGS_WRITE).all()) {
            return Condition.of("1 = 1", Map.of());
        }
        Reach reach = caller.reach(DOCUMENT_READ);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", caller.requireUser());
        if (reach.all()) {
            return Condition.of("(" + BUT_PRIVATE + " or d.uploadedBy = :me)", parameters);
        }
        parameters.put("reachBuildings", reach.buildings());
        parameters.put("reachUnits", reach.units());
        return Condition.of(PARTLY, parameters);
    }

    Document seen(UUID id) {
        Condition visible = visible();
        var query = entityManager
                .createQuery("from Document d where d.id = :id and " + visible.hql(), Document.class)
                .setParameter("id", id);
        visible.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** One that the caller sees and whose place the permission reaches. */
    Document reached(UUID id, Permission permission) {
        Document document = seen(id);
        Reach reach = currentCaller.get().reach(permission);
        boolean ownUnit = document.unitId() != null && reach.units().contains(document.unitId());
        if (!ownUnit && !isStaff(reach, document.place())) {
            throw Refusal.of(ErrorCode.FORBIDDEN);
        }
        return document;
    }

    private static boolean isStaff(Reach reach, Place place) {
        return place.buildingId() == null ? reach.all() : reach.coversBuilding(place.buildingId());
    }

    /** For the product's own files: nobody's reach is asked. */
    Place placeOf(UUID building, UUID unit) {
        if (unit == null) {
            return new Place(building, null);
        }
        Unit home = entityManager.find(Unit.class, unit);
        if (home == null) {
            throw Refusal.notFound();
        }
        return new Place(home.buildingId(), unit);
    }

    /** @param building may be null where there is a unit, both for the whole tenant */
    Place place(UUID building, UUID unit, Permission permission) {
        if (unit != null) {
            Unit home = units.reached(unit, permission);
            if (building != null && !building.equals(home.buildingId())) {
                throw Refusal.invalid("buildingId", "must be the building of the unit");
            }
            return new Place(home.buildingId(), unit);
        }
        Reach reach = currentCaller.get().reach(permission);
        if (building == null && !reach.all()) {
            throw Refusal.invalid(
                    reach.buildings().isEmpty() ? "unitId" : "buildingId",
                    "must be given: your role isn't the tenant's");
        }
        if (building == null) {
            return Place.TENANT;
        }
        if (!reach.coversBuilding(building) || entityManager.find(Building.class, building) == null) {
            throw Refusal.notFound();
        }
        return new Place(building, null);
    }

    /** Where it is only as a resident that the caller may: what a resident hands in is seen by those who handle it. */
    void requireMayHandIn(Place place, Document.Category category, Document.Visibility visibility) {
        Reach reach = currentCaller.get().reach(Permission.DOCUMENT_WRITE);
        if (!isStaff(reach, place)
                && (!OF_RESIDENTS.contains(category) || visibility != Document.Visibility.RESIDENTS)) {
            throw Refusal.of(
                    ErrorCode.FORBIDDEN,
                    "A resident hands in RECEIPT and OTHER for the own unit, visible to its RESIDENTS.");
        }
    }
}
