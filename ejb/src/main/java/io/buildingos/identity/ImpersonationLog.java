package io.buildingos.identity;

import io.buildingos.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Tells of impersonations on both sides: in the tenant's log and in the platform's own. */
@ApplicationScoped
class ImpersonationLog {
    @Inject
    private AuditLog auditLog;

    void started(Session session, Duration most) {
        tell(session, "impersonation.started", Map.of("session", session.id(), "for", most));
    }

    void ended(Session session, String reason) {
        tell(session, "impersonation.ended", Map.of("session", session.id(), "reason", reason));
    }

    private void tell(Session session, String action, Map<String, ?> details) {
        UUID tenant = session.tenantId();
        auditLog.happenedIn(tenant, action, "tenant", tenant, details);
        auditLog.happenedIn(null, action, "tenant", tenant, details);
    }
}
