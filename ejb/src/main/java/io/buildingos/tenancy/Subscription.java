package io.buildingos.tenancy;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The tenant's plan and where its payment stands: TRIAL, then ACTIVE, PAST_DUE, and CANCELED or EXPIRED. */
@Entity
@Table(name = "subscriptions")
public class Subscription extends TenantOwned {
    public static final Duration TRIAL = Duration.ofDays(14);

    /** Where the payment stands. */
    public enum Status {
        TRIAL,
        ACTIVE,
        PAST_DUE,
        CANCELED,
        EXPIRED
    }

    @Enumerated(EnumType.STRING)
    private Plan plan;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "trial_ends_at")
    private Instant trialEndsAt;

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

    public Plan plan() {
        return plan;
    }

    public Status status() {
        return status;
    }

    public Instant trialEndsAt() {
        return trialEndsAt;
    }
}
