package io.buildingos.charge;

import static io.buildingos.kernel.Permission.CHARGE_READ;
import static io.buildingos.kernel.Permission.CHARGE_WRITE;
import static io.buildingos.kernel.Permission.PAYMENT_REVIEW;

import io.buildingos.audit.AuditLog;
import io.buildingos.building.Units;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.NameKey;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.ledger.Account;
import io.buildingos.ledger.Allocations;
import io.buildingos.ledger.EntryKind;
import io.buildingos.ledger.Posting;
import io.buildingos.ledger.UnitAccounts;
import io.buildingos.tenancy.Calendars;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Raises, mends and cancels the charges of single units. Free credit of the unit covers a new charge at once, so that who
 * has paid ahead is never overdue; a new CREDIT covers what is due, the oldest first.
 */
@Stateless
public class ChargeService {
    private static final String LIVE = "c.canceledAt is null and c.allocatedMinor < c.amountMinor";
    private static final String LATE = "c.dueOn < :today and c.type <> io.buildingos.charge.ChargeType.CREDIT";
    private static final String STATUS =
            "case when c.canceledAt is not null then io.buildingos.charge.ChargeStatus.CANCELED"
                    + " when c.allocatedMinor = c.amountMinor then io.buildingos.charge.ChargeStatus.PAID"
                    + " when " + LATE + " then io.buildingos.charge.ChargeStatus.OVERDUE"
                    + " when c.allocatedMinor > 0 then io.buildingos.charge.ChargeStatus.PARTIAL"
                    + " else io.buildingos.charge.ChargeStatus.OPEN end";
    private static final String VIEW =
            "new io.buildingos.charge.ChargeView(c.id, c.version, c.buildingId, c.unitId, u.code,"
                    + " c.period, c.type, c.concept, c.amountMinor, c.allocatedMinor, c.currency, c.dueOn, " + STATUS
                    + ", c.batchId, c.createdAt, c.canceledAt, c.cancelReason)";
    private static final String FROM = "Charge c join Unit u on u.tenantId = c.tenantId and u.id = c.unitId";
    private static final Listing<ChargeView> LISTING = Listing.<ChargeView>of(VIEW, FROM, "c.id")
            .sort("dueOn", "c.dueOn", LocalDate.class)
            .sort("createdAt", "c.createdAt", Instant.class)
            .filter("building", UUID.class, "c.buildingId = :building")
            .filter("unit", UUID.class, "c.unitId = :unit")
            .filter("period", YearMonth.class, "c.period = :period")
            .filter("type", ChargeType.class, "c.type = :type")
            .filter("batch", UUID.class, "c.batchId = :batch")
            .filter("status", ChargeStatus.class, ChargeService::standingAt)
            .filter("overdue", Boolean.class, overdue -> (overdue ? "(" : "not (") + LIVE + " and " + LATE + ")");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Inject
    private Calendars calendars;

    @Inject
    private Units units;

    @Inject
    private UnitAccounts accounts;

    @Inject
    private Allocations allocations;

    @Inject
    private ChargeNotices notices;

    private static String standingAt(ChargeStatus status) {
        return switch (status) {
            case OPEN -> LIVE + " and not (" + LATE + ") and c.allocatedMinor = 0";
            case PARTIAL -> LIVE + " and not (" + LATE + ") and c.allocatedMinor > 0";
            case OVERDUE -> LIVE + " and " + LATE;
            case PAID -> "c.canceledAt is null and c.allocatedMinor = c.amountMinor";
            case CANCELED -> "c.canceledAt is not null";
        };
    }

    @Allowed(CHARGE_READ)
    public Page<ChargeView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.of("c.tenantId = :tenant", Map.of("tenant", tenant(), "today", calendars.today(tenant()))),
                Condition.within(currentCaller.get().reach(CHARGE_READ), "c.buildingId", "c.unitId"));
    }

    @Allowed(CHARGE_READ)
    public ChargeView get(UUID id) {
        ChargeView view = view(id);
        if (!currentCaller.get().reach(CHARGE_READ).coversUnit(view.unitId(), view.buildingId())) {
            throw Refusal.notFound();
        }
        return view;
    }

    @Allowed(CHARGE_WRITE)
    public ChargeView raise(RaiseCharge command) {
        units.heldOpen(command.unitId(), CHARGE_WRITE);
        Account account = accounts.locked(command.unitId());
        Charge charge = new Charge(tenant(), account, command.description(), clock.instant());
        requireFreeConcept(charge, command.description());
        entityManager.persist(charge);
        accounts.post(
                Posting.ofCharge(charge.unitId(), charge.entryKind(), charge.owed(), charge.id(), charge.concept()));
        if (charge.isCredit()) {
            allocations.coverBy(List.of(charge.unitId()), List.of(charge.id()));
        } else {
            allocations.coverCharges(List.of(charge.unitId()), List.of(charge.id()));
        }
        ChargeView view = view(charge.id());
        auditLog.created("charge", charge.id(), view);
        notices.published(view);
        return view;
    }

    @Allowed(CHARGE_WRITE)
    public ChargeView describe(UUID id, long version, DescribeCharge description) {
        Charge charge = reached(id, CHARGE_WRITE);
        Account account = locked(charge);
        charge.requireVersion(version);
        ChargeView before = view(id);
        long difference = charge.describe(account, description);
        requireFreeConcept(charge, description);
        if (difference != 0) {
            accounts.post(
                    Posting.ofCharge(charge.unitId(), EntryKind.CHARGE_CORRECTED, difference, id, charge.concept()));
        }
        ChargeView after = changed("charge.described", id, before);
        notices.corrected(before, after);
        return after;
    }

    @Allowed(CHARGE_WRITE)
    public ChargeView cancel(UUID id, CancelCharge command) {
        Charge charge = reached(id, CHARGE_WRITE);
        locked(charge);
        ChargeView before = view(id);
        charge.cancel(command.reason(), clock.instant());
        accounts.post(Posting.takingBackCharge(
                charge.unitId(),
                charge.cancellationKind(),
                -charge.owed(),
                id,
                accounts.entryOf(charge.unitId(), id),
                command.reason().strip()));
        ChargeView after = changed("charge.canceled", id, before);
        notices.canceled(after);
        return after;
    }

    /** Ends all that covers it, or, of a CREDIT, all that it covers: the money is the unit's free credit again. */
    @Allowed(PAYMENT_REVIEW)
    public ChargeView release(UUID id) {
        Charge charge = reached(id, PAYMENT_REVIEW);
        locked(charge);
        ChargeView before = view(id);
        if (allocations.release(charge.unitId(), id) == 0) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "Nothing covers this charge.");
        }
        entityManager.refresh(charge);
        return changed("charge.released", id, before);
    }

    private ChargeView changed(String action, UUID id, ChargeView before) {
        entityManager.flush();
        ChargeView after = view(id);
        auditLog.changed(action, "charge", id, before, after);
        return after;
    }

    private Charge reached(UUID id, Permission permission) {
        Charge charge = TenantFilter.find(entityManager, tenant(), Charge.class, id);
        if (charge == null || !currentCaller.get().reach(permission).coversUnit(charge.unitId(), charge.buildingId())) {
            throw Refusal.notFound();
        }
        return charge;
    }

    /** What was read before the lock may have changed while waiting for it. */
    private Account locked(Charge charge) {
        Account account = accounts.locked(charge.unitId());
        entityManager.refresh(charge);
        return account;
    }

    private void requireFreeConcept(Charge charge, DescribeCharge description) {
        long same = entityManager
                .createQuery(
                        "select count(*) from Charge c where c.unitId = :unit and c.period = :period"
                                + " and c.conceptKey = :concept and c.canceledAt is null and c.id <> :id",
                        Long.class)
                .setParameter("unit", charge.unitId())
                .setParameter("period", description.period())
                .setParameter("concept", NameKey.of(description.concept()))
                .setParameter("id", charge.id())
                .getSingleResult();
        if (same > 0) {
            throw Refusal.of(ErrorCode.CHARGE_EXISTS);
        }
    }

    private ChargeView view(UUID id) {
        UUID tenant = tenant();
        return TenantFilter.view(
                entityManager,
                tenant,
                ChargeView.class,
                "select " + VIEW + " from " + FROM + " where c.tenantId = :tenant and c.id = :id",
                Map.of("id", id, "today", calendars.today(tenant)));
    }

    private UUID tenant() {
        return currentCaller.get().requireTenant();
    }
}
