package io.buildingos.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What can be said of a ticket.
 *
 * @param unitId of the ticket's building, or null
 */
public record DescribeTicket(
        UUID unitId,
        @NotBlank @Size(min = 3, max = 255) String title,
        @NotBlank @Size(min = 5, max = 5000) String description,
        @NotNull Ticket.Category category,
        @NotNull Ticket.Priority priority) {}
