package io.buildingos.ticket;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.TenantFilter;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.ticket.TicketComment.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells those whom a ticket concerns of what others do with it; nobody of what they did themselves. */
@ApplicationScoped
class TicketNotices {
    private static final List<Role> ADMINISTRATORS = List.of(Role.TENANT_OWNER, Role.TENANT_ADMIN);

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Notifications notifications;

    /** To those who manage the building's tickets. */
    void opened(TicketView ticket) {
        String place = ticket.buildingName() + (ticket.unitCode() == null ? "" : ", " + ticket.unitCode());
        tell(
                members(Assignees.MANAGING, ticket.buildingId()),
                NotificationType.TICKET_OPENED,
                ticket.id(),
                Map.of("title", ticket.title(), "by", ticket.createdByName(), "place", place));
    }

    /** To whoever has it now. */
    void assigned(TicketView ticket) {
        if (ticket.assigneeId() != null) {
            tell(
                    Set.of(ticket.assigneeId()),
                    NotificationType.TICKET_ASSIGNED,
                    ticket.id(),
                    Map.of("title", ticket.title(), "by", myName()));
        }
    }

    /** To whoever opened it. */
    void moved(TicketView ticket) {
        tell(
                Set.of(ticket.createdBy()),
                NotificationType.TICKET_MOVED,
                ticket.id(),
                Map.of(
                        "title",
                        ticket.title(),
                        "by",
                        myName(),
                        "status",
                        ticket.status().name()));
    }

    /** To whoever opened it and whoever has it; what is internal to the latter alone. */
    void commented(Ticket ticket, TicketCommentView comment) {
        boolean internal = comment.visibility() == Visibility.INTERNAL;
        Set<UUID> users = new HashSet<>();
        Stream.of(internal ? null : ticket.createdBy(), ticket.assigneeId())
                .filter(Objects::nonNull)
                .forEach(users::add);
        tell(
                users,
                NotificationType.TICKET_COMMENTED,
                ticket.id(),
                Map.of("title", ticket.title(), "by", comment.authorName(), "comment", comment.body()));
    }

    /** To those who administer the building. */
    void escalated(Ticket ticket) {
        tell(
                members(ADMINISTRATORS, ticket.buildingId()),
                NotificationType.TICKET_ESCALATED,
                ticket.id(),
                Map.of("title", ticket.title(), "hours", Long.toString(Ticket.ESCALATES_AFTER.toHours())));
    }

    private void tell(Collection<UUID> users, NotificationType type, UUID ticket, Map<String, String> words) {
        Set<UUID> others = new HashSet<>(users);
        others.remove(currentCaller.get().userId());
        notifications.tell(others, type, new Subject("ticket", ticket), words);
    }

    private List<UUID> members(List<Role> roles, UUID building) {
        UUID tenant = currentCaller.get().requireTenant();
        return TenantFilter.without(
                entityManager,
                tenant,
                () -> entityManager
                        .createQuery(
                                "select distinct m.userId from Membership m join m.roles r where m.tenantId = :tenant"
                                        + " and r.role in :roles and (r.buildingId is null or r.buildingId = :building)",
                                UUID.class)
                        .setParameter("tenant", tenant)
                        .setParameter("roles", roles)
                        .setParameter("building", building)
                        .getResultList());
    }

    private String myName() {
        return TenantFilter.without(
                entityManager,
                currentCaller.get().requireTenant(),
                () -> entityManager
                        .createQuery("select u.name from User u where u.id = :me", String.class)
                        .setParameter("me", currentCaller.get().requireUser())
                        .getSingleResult());
    }
}
