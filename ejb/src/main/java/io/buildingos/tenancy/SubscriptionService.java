package io.buildingos.tenancy;

import static io.buildingos.kernel.Permission.PLAN_WRITE;
import static io.buildingos.kernel.Permission.PLATFORM;

import io.buildingos.audit.AuditLog;
import io.buildingos.kernel.Allowed;
import io.buildingos.kernel.Caller;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.Open;
import io.buildingos.kernel.SystemScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What becomes of subscriptions: by the platform's hand and by the passing of time. */
@Stateless
public class SubscriptionService {
    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private PlanLimits planLimits;

    @Inject
    private AuditLog auditLog;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Event<TrialEnding> trialEnding;

    @Inject
    private Clock clock;

    @Allowed(PLATFORM)
    @SystemScope("the platform looks at any tenant's plan")
    public PlanView of(UUID tenant) {
        return view(planLimits.subscription(tenant, LockModeType.NONE));
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform changes any tenant's plan")
    public PlanView changePlan(UUID tenant, Plan plan) {
        return changeTo(tenant, plan);
    }

    /** The tenant's own choice; where its payment stands isn't. */
    @Allowed(PLAN_WRITE)
    public PlanView choosePlan(Plan plan) {
        Caller caller = currentCaller.get();
        caller.reach(PLAN_WRITE).requireAll();
        return changeTo(caller.requireTenant(), plan);
    }

    @Allowed(PLATFORM)
    @SystemScope("the platform says where any tenant's payment stands")
    public PlanView changeStatus(UUID tenant, Subscription.Status status) {
        return change(
                tenant, "subscription.status-changed", subscription -> subscription.become(status, clock.instant()));
    }

    /**
     * Writes down trials whose time is over, some at a time.
     *
     * @return how many there were; call again until there are none
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("trials of every tenant")
    public int expireTrials(int most) {
        List<Subscription> over = entityManager
                .createQuery(
                        "from Subscription s where s.status = :trial and s.trialEndsAt <= :now order by s.trialEndsAt",
                        Subscription.class)
                .setParameter("trial", Subscription.Status.TRIAL)
                .setParameter("now", clock.instant())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(most)
                .getResultList();
        for (Subscription subscription : over) {
            subscription.expireTrial(clock.instant());
            auditLog.happenedIn(
                    subscription.tenantId(),
                    "subscription.trial-expired",
                    "subscription",
                    subscription.id(),
                    Map.of("plan", subscription.plan()));
        }
        return over.size();
    }

    /**
     * Tells of trials that end within three days, some at a time, and of each once; of a FREE one nothing ends.
     *
     * @return how many there were; call again until there are none
     */
    @Open(Open.To.SYSTEM)
    @SystemScope("trials of every tenant")
    public int tellOfEndingTrials(int most) {
        Instant now = clock.instant();
        List<Subscription> ending = entityManager
                .createQuery(
                        "from Subscription s where s.status = :trial and s.trialEndsAt > :now and s.trialEndsAt <= :soon"
                                + " and s.plan <> :free and s.endingToldAt is null order by s.trialEndsAt",
                        Subscription.class)
                .setParameter("trial", Subscription.Status.TRIAL)
                .setParameter("now", now)
                .setParameter("soon", now.plus(Subscription.NOTICE))
                .setParameter("free", Plan.FREE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(most)
                .getResultList();
        ending.forEach(subscription -> trialEnding.fire(subscription.endingTold(now)));
        return ending.size();
    }

    /** A smaller plan is refused as long as there is more than it allows. */
    private PlanView changeTo(UUID tenant, Plan plan) {
        return change(tenant, "subscription.plan-changed", subscription -> {
            planLimits.requireRoom(tenant, plan);
            subscription.changeTo(plan);
        });
    }

    private PlanView change(UUID tenant, String action, Consumer<Subscription> act) {
        Subscription subscription = planLimits.locked(tenant);
        Stand before = stand(subscription);
        act.accept(subscription);
        entityManager.flush();
        auditLog.changedIn(tenant, action, "subscription", subscription.id(), before, stand(subscription));
        return view(subscription);
    }

    private Stand stand(Subscription subscription) {
        return new Stand(subscription.plan(), subscription.status(clock.instant()));
    }

    private PlanView view(Subscription subscription) {
        UUID tenant = subscription.tenantId();
        return PlanView.of(subscription, clock.instant(), resource -> planLimits.current(tenant, resource));
    }

    private record Stand(Plan plan, Subscription.Status status) {}
}
