package io.buildingos.audit;

import static io.buildingos.kernel.Permission.AUDIT_READ;
import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Listing;
import io.buildingos.kernel.Listing.Condition;
import io.buildingos.kernel.Page;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Lets the log be read and its chain be verified. */
@Stateless
public class AuditService {
    private static final String NEWEST_FIRST = "-occurredAt";
    private static final Listing<AuditEntryView> OF_TENANT = listing();
    private static final Listing<AuditEntryView> OF_PLATFORM =
            listing().filter("tenantId", UUID.class, "e.tenantId = :tenantId");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private AuditChain chain;

    /** The whole tenant's or nothing: an entry belongs to no building. */
    @Allowed(AUDIT_READ)
    public Page<AuditEntryView> list(ListRequest request) {
        return OF_TENANT.page(
                entityManager, newestFirst(request), Condition.of("e.tenantId = :own", Map.of("own", ownTenant())));
    }

    @Allowed(AUDIT_READ)
    public ChainVerification verify() {
        return chain.verify(ownTenant());
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform searches across tenants")
    public Page<AuditEntryView> listOfPlatform(ListRequest request) {
        return OF_PLATFORM.page(entityManager, newestFirst(request));
    }

    /** @param tenant null for the chain of the platform's own acts */
    @Allowed(PLATFORM)
    @SystemScope("the platform verifies any chain")
    public ChainVerification verifyChainOf(UUID tenant) {
        return chain.verify(tenant);
    }

    private UUID ownTenant() {
        currentCaller.get().reach(AUDIT_READ).requireAll();
        return currentCaller.get().requireTenant();
    }

    private static ListRequest newestFirst(ListRequest request) {
        return request.sort() == null
                ? new ListRequest(request.limit(), request.cursor(), NEWEST_FIRST, request.filters())
                : request;
    }

    private static Listing<AuditEntryView> listing() {
        return Listing.<AuditEntryView>of(AuditEntryView.SELECT, "AuditEntry e", "e.id")
                .sort("occurredAt", "e.occurredAt", Instant.class)
                .filter("action", String.class, "e.action = :action")
                .filter("entity", String.class, "e.entity = :entity")
                .filter("entityId", UUID.class, "e.entityId = :entityId")
                .filter("actorId", UUID.class, "e.actorId = :actorId")
                .filter("from", Instant.class, "e.occurredAt >= :from")
                .filter("to", Instant.class, "e.occurredAt < :to");
    }
}
