package io.buildingos.announcement;

import io.buildingos.building.Building;
import io.buildingos.building.Unit;
import io.buildingos.building.Units;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The announcements a caller's permission reaches, and the targets it may name. */
@ApplicationScoped
class Announcements {
    private static final String OWN = "exists (select 1 from AnnouncementTarget near where near.tenantId = a.tenantId"
            + " and near.announcementId = a.id) and not exists (select 1 from AnnouncementTarget far"
            + " where far.tenantId = a.tenantId and far.announcementId = a.id"
            + " and (far.buildingId is null or far.buildingId not in :reachBuildings))";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Units units;

    /** On announcements as a, the caller's receipts as r: what they may write, and what they received. */
    Condition visible() {
        Caller caller = currentCaller.get();
        Reach reach = caller.reach(Permission.ANNOUNCEMENT_WRITE);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", caller.requireUser());
        if (reach.all()) {
            return Condition.of("1 = 1", parameters);
        }
        if (reach.buildings().isEmpty()) {
            return Condition.of("r.id is not null", parameters);
        }
        parameters.put("reachBuildings", reach.buildings());
        return Condition.of("(r.id is not null or (" + OWN + "))", parameters);
    }

    /** One they may write; nobody else changes it until the transaction ends. */
    Announcement locked(UUID id) {
        return requireWritable(entityManager.find(Announcement.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Announcement writable(UUID id) {
        return requireWritable(entityManager.find(Announcement.class, id));
    }

    private Announcement requireWritable(Announcement announcement) {
        if (announcement == null || !isOwn(announcement.id())) {
            throw Refusal.notFound();
        }
        return announcement;
    }

    private boolean isOwn(UUID id) {
        Reach reach = currentCaller.get().reach(Permission.ANNOUNCEMENT_WRITE);
        return reach.all()
                || entityManager
                                .createQuery(
                                        "select count(*) from Announcement a where a.id = :id and " + OWN, Long.class)
                                .setParameter("id", id)
                                .setParameter("reachBuildings", reach.buildings())
                                .getSingleResult()
                        > 0;
    }

    /** Complete, and in the caller's reach. */
    Target checked(int number, Target target) {
        String field = "targets[%d].".formatted(number);
        requireOnly(field + "buildingId", target.buildingId(), target.kind() == Target.Kind.BUILDING, target);
        requireOnly(field + "unitId", target.unitId(), target.kind() == Target.Kind.UNIT, target);
        requireOnly(field + "role", target.role(), target.kind() == Target.Kind.ROLE, target);
        Reach reach = currentCaller.get().reach(Permission.ANNOUNCEMENT_WRITE);
        return switch (target.kind()) {
            case TENANT -> {
                reach.requireAll();
                yield target;
            }
            case ROLE -> {
                reach.requireAll();
                if (target.role() == Role.SUPER_ADMIN) {
                    throw Refusal.invalid(field + "role", "must be a role of the tenant");
                }
                yield target;
            }
            case BUILDING -> {
                if (!reach.coversBuilding(target.buildingId())
                        || entityManager.find(Building.class, target.buildingId()) == null) {
                    throw Refusal.notFound();
                }
                yield target;
            }
            case UNIT -> {
                Unit unit = units.reached(target.unitId(), Permission.ANNOUNCEMENT_WRITE);
                yield new Target(target.kind(), unit.buildingId(), unit.id(), null);
            }
        };
    }

    /** The building of a unit may be said, since it is shown. */
    private static void requireOnly(String field, Object value, boolean wanted, Target target) {
        if (wanted && value == null) {
            throw Refusal.invalid(field, "must be given for a " + target.kind());
        }
        boolean follows = target.kind() == Target.Kind.UNIT && Objects.equals(value, target.buildingId());
        if (!wanted && value != null && !follows) {
            throw Refusal.invalid(field, "has no place in a " + target.kind());
        }
    }
}
