package io.buildingos.ticket;

import java.time.Instant;
import java.util.UUID;

/**
 * One step of a ticket's history.
 *
 * @param actorId null for the product itself
 */
public record TicketEventView(
        UUID id,
        Instant occurredAt,
        UUID actorId,
        String actorName,
        TicketEvent.Kind kind,
        String from,
        String to,
        String reason) {}
