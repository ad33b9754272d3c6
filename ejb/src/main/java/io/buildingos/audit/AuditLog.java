package io.buildingos.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Writes the entries, in the caller's transaction: if the change goes, its entry goes with it. */
@ApplicationScoped
public class AuditLog {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /** @param view what was created, as the API shows it */
    public void created(String entity, UUID id, Object view) {
        changed(entity + ".created", entity, id, Map.of(), view);
    }

    /** Keeps of the two views the fields that differ. */
    public void changed(String action, String entity, UUID id, Object before, Object after) {
        record(currentCaller.get().tenantId(), action, entity, id, difference(before, after));
    }

    /** The same, for a change of a tenant that isn't the caller's. */
    public void changedIn(UUID tenant, String action, String entity, UUID id, Object before, Object after) {
        record(tenant, action, entity, id, difference(before, after));
    }

    /** An act that changes no field: a login, a download, a refused attempt. */
    public void happened(String action, String entity, UUID id, Map<String, ?> details) {
        happenedIn(currentCaller.get().tenantId(), action, entity, id, details);
    }

    /** The same, for an act whose tenant isn't the caller's: signup, acceptance, the platform's work on a tenant. */
    public void happenedIn(UUID tenant, String action, String entity, UUID id, Map<String, ?> details) {
        record(tenant, action, entity, id, Json.mapper().valueToTree(details));
    }

    private void record(UUID tenant, String action, String entity, UUID id, JsonNode changes) {
        Caller caller = currentCaller.get();
        entityManager.persist(new AuditEntry(caller, tenant, clock.instant(), action, entity, id, changes.toString()));
    }

    static ObjectNode difference(Object before, Object after) {
        JsonNode old = Json.mapper().valueToTree(before);
        JsonNode fresh = Json.mapper().valueToTree(after);
        ObjectNode changes = Json.mapper().createObjectNode();
        var fields = new TreeSet<String>();
        old.fieldNames().forEachRemaining(fields::add);
        fresh.fieldNames().forEachRemaining(fields::add);
        fields.remove("version");
        for (String field : fields) {
            JsonNode was = old.path(field);
            JsonNode is = fresh.path(field);
            boolean bothNothing = (was.isMissingNode() || was.isNull()) && (is.isMissingNode() || is.isNull());
            if (!bothNothing && !was.equals(is)) {
                ObjectNode change = changes.putObject(field);
                change.set("from", was.isMissingNode() ? null : was);
                change.set("to", is.isMissingNode() ? null : is);
            }
        }
        return changes;
    }
}
