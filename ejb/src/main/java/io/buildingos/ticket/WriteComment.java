package io.buildingos.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is said on a ticket.
 *
 * @param visibility PUBLIC where nothing is said; INTERNAL for those who manage tickets
 */
public record WriteComment(@NotBlank @Size(max = 5000) String body, TicketComment.Visibility visibility) {
    public WriteComment {
        visibility = visibility == null ? TicketComment.Visibility.PUBLIC : visibility;
    }
}
