package io.buildingos.tenancy;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Guards what plans count. Locks the tenant's subscription for the rest of the transaction, so that of many creations at
 * once each sees the one before, and exactly as many pass as there is room for.
 */
@ApplicationScoped
public class PlanLimits {
    @PersistenceContext
    private EntityManager entityManager;

    /** Refuses unless {@code more} of the resource fit into the plan. Call it before creating them. */
    public void claim(CountedResource resource, int more) {
        Plan plan = lockedSubscription().plan();
        long current = entityManager.createQuery(resource.count(), Long.class).getSingleResult();
        int limit = plan.limit(resource);
        if (current + more > limit) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("resource", resource.name());
            attributes.put("plan", plan.name());
            attributes.put("limit", limit);
            attributes.put("current", current);
            throw Refusal.of(
                    ErrorCode.PLAN_LIMIT_EXCEEDED,
                    "The plan %s allows %d %s and there are %d."
                            .formatted(plan, limit, resource.name().toLowerCase(java.util.Locale.ROOT), current),
                    attributes);
        }
    }

    public void requireFeature(Plan.Feature feature) {
        Plan plan = entityManager
                .createQuery("from Subscription", Subscription.class)
                .getSingleResult()
                .plan();
        if (!plan.includes(feature)) {
            throw Refusal.of(
                    ErrorCode.FEATURE_NOT_AVAILABLE, "The plan %s doesn't include %s.".formatted(plan, feature));
        }
    }

    private Subscription lockedSubscription() {
        return entityManager
                .createQuery("from Subscription", Subscription.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }
}
