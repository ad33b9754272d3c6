package io.buildingos.support;

import static io.buildingos.kernel.Permission.SUPPORT_READ;
import static io.buildingos.kernel.Permission.SUPPORT_WRITE;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.Permission;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The tenant's side of support: what it asks belongs to the tenant as a whole, so do those who may ask. */
@Stateless
public class SupportService {
    private static final Listing<SupportTicketView> LISTING = listing();
    private static final Listing<SupportMessageView> CONVERSATION = SupportTickets.conversation();

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private SupportTickets tickets;

    @Inject
    private Clock clock;

    /** What each side lists, and by what; the platform adds the tenant. */
    static Listing<SupportTicketView> listing() {
        return Listing.<SupportTicketView>of(SupportTicketView.SELECT, SupportTicketView.FROM, "s.id")
                .sort("updatedAt", "s.updatedAt", Instant.class)
                .sort("createdAt", "s.createdAt", Instant.class)
                .filter("status", SupportStatus.class, "s.status = :status")
                .filter("category", SupportCategory.class, "s.category = :category");
    }

    /** What moved last comes first, unless asked otherwise. */
    @Allowed(SUPPORT_READ)
    public Page<SupportTicketView> list(ListRequest request) {
        wholeTenant(SUPPORT_READ);
        return LISTING.page(
                entityManager,
                request.sort() == null
                        ? new ListRequest(request.limit(), request.cursor(), "-updatedAt", request.filters())
                        : request);
    }

    @Allowed(SUPPORT_READ)
    public SupportTicketView get(UUID id) {
        wholeTenant(SUPPORT_READ);
        return tickets.view(id);
    }

    @Allowed(SUPPORT_READ)
    public Page<SupportMessageView> messages(UUID id, ListRequest request) {
        wholeTenant(SUPPORT_READ);
        return tickets.messages(CONVERSATION, id, request);
    }

    @Allowed(SUPPORT_WRITE)
    public SupportTicketView ask(AskSupport question) {
        Caller caller = wholeTenant(SUPPORT_WRITE);
        return tickets.open(
                new SupportTicket(caller.requireTenant(), question, caller.requireUser(), clock.instant()),
                question.message());
    }

    @Allowed(SUPPORT_WRITE)
    public SupportMessageView write(UUID id, WriteSupportMessage message) {
        wholeTenant(SUPPORT_WRITE);
        return tickets.write(id, false, message.body());
    }

    @Allowed(SUPPORT_WRITE)
    public SupportTicketView close(UUID id) {
        wholeTenant(SUPPORT_WRITE);
        return tickets.change(id, "support-ticket.closed", SupportTicket::close);
    }

    @Allowed(SUPPORT_WRITE)
    public SupportTicketView reopen(UUID id) {
        wholeTenant(SUPPORT_WRITE);
        return tickets.change(id, "support-ticket.reopened", SupportTicket::reopen);
    }

    private Caller wholeTenant(Permission permission) {
        Caller caller = currentCaller.get();
        caller.reach(permission).requireAll();
        return caller;
    }
}
