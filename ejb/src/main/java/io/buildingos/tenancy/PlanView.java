package io.buildingos.tenancy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What the tenant subscribed to and how much of it is used.
 *
 * @param plan as subscribed
 * @param effectivePlan what is granted now: FREE, when the subscription was canceled or has expired
 * @param trialEndsAt null without a trial
 * @param usage of the effective plan
 */
public record PlanView(
        Plan plan,
        Plan effectivePlan,
        Subscription.Status status,
        Instant trialEndsAt,
        Set<Plan.Feature> features,
        List<Usage> usage) {
    static PlanView of(Subscription subscription, Instant now, ToLongFunction<CountedResource> counted) {
        Plan effective = subscription.effectivePlan(now);
        return new PlanView(
                subscription.plan(),
                effective,
                subscription.status(now),
                subscription.trialEndsAt(),
                effective.features(),
                Arrays.stream(CountedResource.values())
                        .map(resource -> new Usage(resource, counted.applyAsLong(resource), effective.limit(resource)))
                        .toList());
    }

    /** One counted thing. */
    public record Usage(CountedResource resource, long current, long limit) {}
}
