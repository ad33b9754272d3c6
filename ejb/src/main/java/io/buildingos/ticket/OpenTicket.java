package io.buildingos.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A new ticket.
 *
 * @param buildingId follows from the unit, where that is given
 * @param unitId a resident's own; null for what concerns the building as a whole
 * @param priority MEDIUM where nothing is said; a resident's is always that
 * @param assigneeId for those who manage tickets, or null
 */
public record OpenTicket(
        UUID buildingId,
        UUID unitId,
        @NotBlank @Size(min = 3, max = 255) String title,
        @NotBlank @Size(min = 5, max = 5000) String description,
        @NotNull Ticket.Category category,
        Ticket.Priority priority,
        UUID assigneeId) {}
