package io.buildingos.ticket;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A document for a ticket.
 *
 * @param documentId one that the caller sees, of the ticket's building or of the tenant as a whole
 */
public record AttachDocument(@NotNull UUID documentId) {}
