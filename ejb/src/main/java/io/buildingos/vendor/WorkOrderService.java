package io.buildingos.vendor;

import static io.buildingos.kernel.Permission.VENDOR_READ;
import static io.buildingos.kernel.Permission.VENDOR_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Money;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Orders work of vendors and follows it to its end. */
@Stateless
public class WorkOrderService {
    private static final Listing<WorkOrderView> LISTING = Listing.<WorkOrderView>of(
                    WorkOrderView.SELECT, WorkOrderView.FROM, "w.id")
            .sort("createdAt", "w.createdAt", Instant.class)
            .filter("status", WorkOrder.Status.class, "w.status = :status")
            .filter("vendorId", UUID.class, "w.vendorId = :vendorId")
            .filter("buildingId", UUID.class, "w.buildingId = :buildingId")
            .filter("ticketId", UUID.class, "w.ticketId = :ticketId")
            .filter("quoteId", UUID.class, "w.quoteId = :quoteId");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Vendors vendors;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    @Allowed(VENDOR_READ)
    public Page<WorkOrderView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.within(currentCaller.get().reach(VENDOR_READ), "w.buildingId", "w.id"));
    }

    @Allowed(VENDOR_READ)
    public WorkOrderView get(UUID id) {
        requireReached(entityManager.find(WorkOrder.class, id), VENDOR_READ);
        return view(id);
    }

    @Allowed(VENDOR_WRITE)
    public WorkOrderView open(OpenWorkOrder command) {
        vendors.requireOpenBuilding(command.buildingId(), VENDOR_WRITE);
        vendors.open(command.vendorId(), VENDOR_WRITE);
        vendors.requireTicketOf(command.buildingId(), command.ticketId());
        Money expected = expected(command);
        Caller caller = currentCaller.get();
        WorkOrder order =
                new WorkOrder(caller.requireTenant(), command, expected, caller.requireUser(), clock.instant());
        entityManager.persist(order);
        entityManager.flush();
        WorkOrderView view = view(order.id());
        auditLog.created("work-order", order.id(), view);
        return view;
    }

    @Allowed(VENDOR_WRITE)
    public WorkOrderView start(UUID id) {
        return changed("work-order.started", id, order -> order.start(clock.instant()));
    }

    @Allowed(VENDOR_WRITE)
    public WorkOrderView complete(UUID id, CompleteWorkOrder command) {
        return changed("work-order.completed", id, order -> {
            Money cost = command.cost() == null ? null : Amounts.required("cost", command.cost());
            order.complete(cost, clock.instant());
        });
    }

    @Allowed(VENDOR_WRITE)
    public WorkOrderView cancel(UUID id, GiveReason why) {
        return changed("work-order.canceled", id, order -> order.cancel(why.reason(), clock.instant()));
    }

    /** The amount of the quote; null without one. */
    private Money expected(OpenWorkOrder command) {
        if (command.quoteId() == null) {
            return null;
        }
        Quote quote = entityManager.find(Quote.class, command.quoteId());
        if (quote == null || !currentCaller.get().reach(VENDOR_WRITE).coversBuilding(quote.buildingId())) {
            throw Refusal.notFound();
        }
        boolean fits = quote.vendorId().equals(command.vendorId())
                && quote.buildingId().equals(command.buildingId());
        if (!fits || quote.status() != Quote.Status.APPROVED) {
            throw Refusal.invalid("quoteId", "must be an approved quote of the vendor for the building");
        }
        return quote.amount();
    }

    private WorkOrderView changed(String action, UUID id, Consumer<WorkOrder> act) {
        WorkOrder order =
                requireReached(entityManager.find(WorkOrder.class, id, LockModeType.PESSIMISTIC_WRITE), VENDOR_WRITE);
        WorkOrderView before = view(id);
        act.accept(order);
        entityManager.flush();
        WorkOrderView after = view(id);
        auditLog.changed(action, "work-order", id, before, after);
        return after;
    }

    private WorkOrder requireReached(WorkOrder order, Permission permission) {
        if (order == null || !currentCaller.get().reach(permission).coversBuilding(order.buildingId())) {
            throw Refusal.notFound();
        }
        return order;
    }

    private WorkOrderView view(UUID id) {
        return entityManager
                .createQuery(
                        "select " + WorkOrderView.SELECT + " from " + WorkOrderView.FROM + " where w.id = :id",
                        WorkOrderView.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
