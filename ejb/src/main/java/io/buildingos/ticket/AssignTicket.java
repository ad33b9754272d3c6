package io.buildingos.ticket;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Somebody else for a ticket.
 *
 * @param assigneeId the user id of a member who may manage it; null for nobody
 * @param reason for the history, or null
 */
public record AssignTicket(
        UUID assigneeId, @Size(max = 1000) String reason) {}
