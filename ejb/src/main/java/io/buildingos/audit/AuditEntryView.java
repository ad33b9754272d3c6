package io.buildingos.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.kernel.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it is shown.
 *
 * @param tenantId null for an act of the platform
 * @param actorId null for the system and for nobody
 * @param impersonatorId the super admin who acted as the actor, or null
 * @param changes by field, from what to what; or the act's details
 */
public record AuditEntryView(
        UUID id,
        UUID tenantId,
        Instant occurredAt,
        UUID actorId,
        String actorName,
        UUID impersonatorId,
        String action,
        String entity,
        UUID entityId,
        JsonNode changes,
        String requestId,
        String address) {
    static final String SELECT = "new io.buildingos.audit.AuditEntryView(e.id, e.tenantId, e.occurredAt, e.actorId,"
            + " e.actorName, e.impersonatorId, e.action, e.entity, e.entityId, e.changes, e.requestId, e.address)";

    /** As the rows have it: the changes are text there. */
    public AuditEntryView(
            UUID id,
            UUID tenantId,
            Instant occurredAt,
            UUID actorId,
            String actorName,
            UUID impersonatorId,
            String action,
            String entity,
            UUID entityId,
            String changes,
            String requestId,
            String address) {
        this(
                id,
                tenantId,
                occurredAt,
                actorId,
                actorName,
                impersonatorId,
                action,
                entity,
                entityId,
                tree(changes),
                requestId,
                address);
    }

    private static JsonNode tree(String changes) {
        try {
            return Json.mapper().readTree(changes);
        } catch (JsonProcessingException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
