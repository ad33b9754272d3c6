package io.buildingos.tenancy;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The tenant's plan and where its payment stands: TRIAL, then ACTIVE, PAST_DUE, and CANCELED or EXPIRED.
 *
 * <p>A trial is over when its time is, whether or not the job that writes it down has run. A canceled or expired
 * subscription keeps its plan by name and all of the tenant's data, but grants no more than FREE does: what is there stays
 * usable, nothing beyond FREE can be added. Paying makes it ACTIVE again; nothing becomes a TRIAL a second time.
 */
@Entity
@Table(name = "subscriptions")
public class Subscription extends TenantOwned {
    public static final Duration TRIAL = Duration.ofDays(14);

    /** How long before its end it is told of. */
    static final Duration NOTICE = Duration.ofDays(3);

    /** Where the payment stands. */
    public enum Status {
        TRIAL,
        ACTIVE,
        PAST_DUE,
        CANCELED,
        EXPIRED;

        Set<Status> next() {
            return switch (this) {
                case TRIAL -> EnumSet.of(ACTIVE, CANCELED, EXPIRED);
                case ACTIVE -> EnumSet.of(PAST_DUE, CANCELED);
                case PAST_DUE -> EnumSet.of(ACTIVE, CANCELED, EXPIRED);
                case CANCELED, EXPIRED -> EnumSet.of(ACTIVE);
            };
        }

        boolean grantsPlan() {
            return this != CANCELED && this != EXPIRED;
        }
    }

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

    @Column(name = "ending_told_at")
    private Instant endingToldAt;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Subscription() {}

    private Subscription(UUID tenantId, Plan plan, Status status, Instant trialEndsAt, Instant now) {
        super(tenantId);
        this.plan = plan;
        this.status = status;
        this.trialEndsAt = trialEndsAt;
        this.createdAt = now;
    }

    public static Subscription trial(UUID tenantId, Plan plan, Instant now) {
        return new Subscription(tenantId, plan, Status.TRIAL, now.plus(TRIAL), now);
    }

    /** Paid for from the first day: what the platform sells itself. */
    public static Subscription active(UUID tenantId, Plan plan, Instant now) {
        return new Subscription(tenantId, plan, Status.ACTIVE, null, now);
    }

    void become(Status target, Instant now) {
        Status present = status(now);
        if (!present.next().contains(target)) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A subscription that is %s can't become %s.".formatted(present, target),
                    Map.of("from", present.name(), "to", target.name()));
        }
        status = target;
    }

    /** Writes down that the trial's time is over. */
    void expireTrial(Instant now) {
        if (status == Status.TRIAL && status(now) == Status.EXPIRED) {
            status = Status.EXPIRED;
        }
    }

    /** That its time will soon be over has been told; once is enough. */
    TrialEnding endingTold(Instant now) {
        endingToldAt = now;
        return new TrialEnding(tenantId(), id(), plan, trialEndsAt);
    }

    void changeTo(Plan newPlan) {
        plan = newPlan;
    }

    /** The plan subscribed to; what it grants now is {@link #effectivePlan}. */
    public Plan plan() {
        return plan;
    }

    public Plan effectivePlan(Instant now) {
        return status(now).grantsPlan() ? plan : Plan.FREE;
    }

    public Status status(Instant now) {
        return status == Status.TRIAL && !now.isBefore(trialEndsAt) ? Status.EXPIRED : status;
    }

    public Instant trialEndsAt() {
        return trialEndsAt;
    }
}
