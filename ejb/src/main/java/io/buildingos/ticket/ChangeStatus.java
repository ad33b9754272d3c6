package io.buildingos.ticket;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Another status for a ticket.
 *
 * @param reason for the history, or null; whoever sees the ticket reads it
 */
public record ChangeStatus(
        @NotNull Ticket.Status to, @Size(max = 1000) String reason) {}
