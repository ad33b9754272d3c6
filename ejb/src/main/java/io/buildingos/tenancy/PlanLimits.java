package io.buildingos.tenancy;

import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Guards what plans count. Locks the tenant's subscription for the rest of the transaction, so that of many creations at
 * once each sees the one before, and exactly as many pass as there is room for.
 */
@ApplicationScoped
public class PlanLimits {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Calendars calendars;

    @Inject
    private Clock clock;

    /** Refuses unless {@code more} of the resource fit into the plan of the caller's tenant. Call it before creating. */
    public void claim(CountedResource resource, long more) {
        claimIn(currentCaller.get().requireTenant(), resource, more);
    }

    /** The same, for work on a tenant that isn't the caller's: accepting an invitation, the platform's own acts. */
    public void claimIn(UUID tenant, CountedResource resource, long more) {
        Plan plan = locked(tenant).effectivePlan(clock.instant());
        long current = current(tenant, resource);
        if (current + more > plan.limit(resource)) {
            throw exceeded(resource, plan, current);
        }
    }

    public void requireFeature(Plan.Feature feature) {
        Plan plan = subscription(currentCaller.get().requireTenant(), LockModeType.NONE)
                .effectivePlan(clock.instant());
        if (!plan.includes(feature)) {
            throw Refusal.of(
                    ErrorCode.FEATURE_NOT_AVAILABLE,
                    "The plan %s doesn't include %s.".formatted(plan, feature),
                    Map.of("plan", plan.name(), "feature", feature.name()));
        }
    }

    /** Refuses a plan that is too small for what is there. */
    void requireRoom(UUID tenant, Plan plan) {
        for (CountedResource resource : CountedResource.values()) {
            long current = current(tenant, resource);
            if (current > plan.limit(resource)) {
                throw exceeded(resource, plan, current);
            }
        }
    }

    long current(UUID tenant, CountedResource resource) {
        var count = entityManager.createQuery(resource.count(), Long.class).setParameter("tenant", tenant);
        if (resource.countsByDay()) {
            count.setParameter("today", calendars.today(tenant));
        }
        return count.getSingleResult();
    }

    Subscription locked(UUID tenant) {
        return subscription(tenant, LockModeType.PESSIMISTIC_WRITE);
    }

    Subscription subscription(UUID tenant, LockModeType lock) {
        return entityManager
                .createQuery("from Subscription s where s.tenantId = :tenant", Subscription.class)
                .setParameter("tenant", tenant)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Refusal exceeded(CountedResource resource, Plan plan, long current) {
        long limit = plan.limit(resource);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("resource", resource.name());
        attributes.put("plan", plan.name());
        attributes.put("limit", limit);
        attributes.put("current", current);
        return Refusal.of(
                ErrorCode.PLAN_LIMIT_EXCEEDED,
                "The plan %s allows %d %s and there are %d."
                        .formatted(
                                plan,
                                limit,
                                resource.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                current),
                attributes);
    }
}
