package io.buildingos.ticket;

import io.buildingos.kernel.Permission;
import io.buildingos.notification.Audience;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import io.buildingos.ticket.TicketComment.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells those whom a ticket concerns of what others do with it. */
@ApplicationScoped
class TicketNotices {
    @Inject
    private Audience audience;

    @Inject
    private Notifications notifications;

    /** To those who manage the building's tickets. */
    void opened(TicketView ticket) {
        String place = ticket.buildingName() + (ticket.unitCode() == null ? "" : ", " + ticket.unitCode());
        tell(
                audience.holding(Permission.TICKET_MANAGE, ticket.buildingId()),
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
                    Map.of("title", ticket.title(), "by", audience.actor()));
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
                        audience.actor(),
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
                audience.holding(Permission.BUILDING_WRITE, ticket.buildingId()),
                NotificationType.TICKET_ESCALATED,
                ticket.id(),
                Map.of("title", ticket.title(), "hours", Long.toString(Ticket.ESCALATES_AFTER.toHours())));
    }

    private void tell(Collection<UUID> users, NotificationType type, UUID ticket, Map<String, String> words) {
        notifications.tell(users, type, new Subject("ticket", ticket), words);
    }
}
