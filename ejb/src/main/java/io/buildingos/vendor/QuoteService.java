package io.buildingos.vendor;

import static io.buildingos.kernel.Permission.QUOTE_APPROVE;
import static io.buildingos.kernel.Permission.VENDOR_READ;
import static io.buildingos.kernel.Permission.VENDOR_WRITE;

import io.buildingos.audit.AuditLog;
import io.buildingos.document.Documents;
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
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks vendors for their prices, and has them approved or rejected. */
@Stateless
public class QuoteService {
    private static final Listing<QuoteView> LISTING = Listing.<QuoteView>of(QuoteView.SELECT, QuoteView.FROM, "q.id")
            .sort("createdAt", "q.createdAt", Instant.class)
            .filter("status", Quote.Status.class, "q.status = :status")
            .filter("vendorId", UUID.class, "q.vendorId = :vendorId")
            .filter("buildingId", UUID.class, "q.buildingId = :buildingId")
            .filter("ticketId", UUID.class, "q.ticketId = :ticketId");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Vendors vendors;

    @Inject
    private Documents documents;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    @Inject
    private Clock clock;

    @Allowed(VENDOR_READ)
    public Page<QuoteView> list(ListRequest request) {
        return LISTING.page(
                entityManager,
                request,
                Condition.within(currentCaller.get().reach(VENDOR_READ), "q.buildingId", "q.id"));
    }

    @Allowed(VENDOR_READ)
    public QuoteView get(UUID id) {
        requireReached(entityManager.find(Quote.class, id), VENDOR_READ);
        return view(id);
    }

    @Allowed(VENDOR_WRITE)
    public QuoteView request(RequestQuote command) {
        vendors.requireOpenBuilding(command.buildingId(), VENDOR_WRITE);
        vendors.open(command.vendorId(), VENDOR_WRITE);
        vendors.requireTicketOf(command.buildingId(), command.ticketId());
        Caller caller = currentCaller.get();
        Quote quote = new Quote(caller.requireTenant(), command, caller.requireUser(), clock.instant());
        entityManager.persist(quote);
        entityManager.flush();
        QuoteView view = view(quote.id());
        auditLog.created("quote", quote.id(), view);
        return view;
    }

    @Allowed(VENDOR_WRITE)
    public QuoteView receive(UUID id, ReceiveQuote command) {
        QuoteView received = changed("quote.received", id, VENDOR_WRITE, quote -> {
            Money amount = Amounts.required("amount", command.amount());
            requireOfferFor(quote, command.documentId());
            quote.receive(amount, command.documentId(), clock.instant());
        });
        tellThoseWhoDecide(received);
        return received;
    }

    private void tellThoseWhoDecide(QuoteView quote) {
        notifications.tell(
                audience.holding(QUOTE_APPROVE, quote.buildingId()),
                NotificationType.QUOTE_RECEIVED,
                new Subject("quote", quote.id()),
                Map.of("vendor", quote.vendorName(), "amount", quote.amount()));
    }

    private void requireOfferFor(Quote quote, UUID document) {
        if (document == null) {
            return;
        }
        UUID building = documents.seen(document).buildingId();
        if (building != null && !building.equals(quote.buildingId())) {
            throw Refusal.invalid("documentId", "must not be a document of another building");
        }
    }

    @Allowed(QUOTE_APPROVE)
    public QuoteView approve(UUID id) {
        UUID by = currentCaller.get().requireUser();
        return changed("quote.approved", id, QUOTE_APPROVE, quote -> quote.approve(by, clock.instant()));
    }

    @Allowed(QUOTE_APPROVE)
    public QuoteView reject(UUID id, GiveReason why) {
        UUID by = currentCaller.get().requireUser();
        return changed("quote.rejected", id, QUOTE_APPROVE, quote -> quote.reject(by, why.reason(), clock.instant()));
    }

    /** Nobody else changes it meanwhile: of two decisions the second finds it decided. */
    private QuoteView changed(String action, UUID id, Permission permission, Consumer<Quote> act) {
        Quote quote = requireReached(entityManager.find(Quote.class, id, LockModeType.PESSIMISTIC_WRITE), permission);
        QuoteView before = view(id);
        act.accept(quote);
        entityManager.flush();
        QuoteView after = view(id);
        auditLog.changed(action, "quote", id, before, after);
        return after;
    }

    private Quote requireReached(Quote quote, Permission permission) {
        if (quote == null || !currentCaller.get().reach(permission).coversBuilding(quote.buildingId())) {
            throw Refusal.notFound();
        }
        return quote;
    }

    private QuoteView view(UUID id) {
        return entityManager
                .createQuery(
                        "select " + QuoteView.SELECT + " from " + QuoteView.FROM + " where q.id = :id", QuoteView.class)
                .setParameter("id", id)
                .getSingleResult();
    }
}
