package io.buildingos.building;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Reach;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * The buildings and units a caller's permission reaches, for services that act on them. Whoever changes a unit locks its
 * building first: shares are a rule over all units of a building, and an archived building changes no more.
 */
@ApplicationScoped
public class Units {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Shares shares;

    public Unit reached(UUID id, Permission permission) {
        Unit unit = TenantFilter.find(entityManager, currentCaller.get().requireTenant(), Unit.class, id);
        if (unit == null || !currentCaller.get().reach(permission).coversUnit(id, unit.buildingId())) {
            throw Refusal.notFound();
        }
        return unit;
    }

    /** Open, in an open building, and nobody else changes either until the transaction ends. */
    public Unit lockedOpen(UUID id, Permission permission) {
        Unit unit = lockedInOpenBuilding(id, permission);
        unit.requireOpen();
        return unit;
    }

    /** Open, in an open building, and both stay so until the transaction ends; others may hold them as well. */
    public Unit heldOpen(UUID id, Permission permission) {
        Unit unit = reached(id, permission);
        entityManager
                .find(Building.class, unit.buildingId(), LockModeType.PESSIMISTIC_READ)
                .requireOpen();
        entityManager.refresh(unit);
        unit.requireOpen();
        return unit;
    }

    /** The open units of an open building, by code; they and their shares stay so until the transaction ends. */
    public List<Unit> heldOpenUnits(UUID building, Permission permission) {
        if (!currentCaller.get().reach(permission).coversBuilding(building)) {
            throw Refusal.notFound();
        }
        Building held = entityManager.find(Building.class, building, LockModeType.PESSIMISTIC_READ);
        if (held == null) {
            throw Refusal.notFound();
        }
        held.requireOpen();
        return shares.openUnits(building);
    }

    /** The building itself must be in reach: a resident's own unit doesn't suffice. */
    public Building reachedBuilding(UUID id, Permission permission) {
        Building building = entityManager.find(Building.class, id);
        if (building == null || !currentCaller.get().reach(permission).coversBuilding(id)) {
            throw Refusal.notFound();
        }
        return building;
    }

    /** A resident sees the buildings of the own units as well. */
    Building seenBuilding(UUID id, Permission permission) {
        Building building = TenantFilter.find(entityManager, currentCaller.get().requireTenant(), Building.class, id);
        if (building == null || !sees(building, permission)) {
            throw Refusal.notFound();
        }
        return building;
    }

    private boolean sees(Building building, Permission permission) {
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

    Unit lockedInOpenBuilding(UUID id, Permission permission) {
        Unit unit = reached(id, permission);
        lockedOpenBuilding(unit.buildingId(), permission);
        // What was read before the lock may have changed while waiting for it.
        entityManager.refresh(unit);
        return unit;
    }

    /** The building itself must be in reach: a resident's own unit doesn't suffice. */
    Building lockedOpenBuilding(UUID id, Permission permission) {
        Building building = lockedBuilding(id, permission);
        building.requireOpen();
        return building;
    }

    Building lockedBuilding(UUID id, Permission permission) {
        if (!currentCaller.get().reach(permission).coversBuilding(id)) {
            throw Refusal.notFound();
        }
        Building building = entityManager.find(Building.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (building == null) {
            throw Refusal.notFound();
        }
        return building;
    }
}
