package io.buildingos.support;

import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** The platform's side of support: everything that any tenant asks, what waits longest first. */
@Stateless
public class PlatformSupportService {
    private static final String ANY_TENANT = "the platform answers every tenant";
    private static final Listing<SupportTicketView> LISTING =
            SupportService.listing().filter("tenantId", UUID.class, "s.tenantId = :tenantId");
    private static final Listing<SupportMessageView> CONVERSATION = SupportTickets.conversation();

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SupportTickets tickets;

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public Page<SupportTicketView> list(ListRequest request) {
        return LISTING.page(entityManager, request);
    }

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public SupportTicketView get(UUID id) {
        return tickets.view(id);
    }

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public Page<SupportMessageView> messages(UUID id, ListRequest request) {
        return tickets.messages(CONVERSATION, id, request);
    }

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public SupportMessageView answer(UUID id, WriteSupportMessage message) {
        return tickets.write(id, true, message.body());
    }

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public SupportTicketView close(UUID id) {
        return tickets.change(id, "support-ticket.closed", SupportTicket::close);
    }

    @Allowed(PLATFORM)
    @SystemScope(ANY_TENANT)
    public SupportTicketView reopen(UUID id) {
        return tickets.change(id, "support-ticket.reopened", SupportTicket::reopen);
    }
}
