package io.buildingos.tenancy;

import io.buildingos.kernel.UuidV7;
import io.buildingos.kernel.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;

/** A company or a self-managed building: the owner of everything else. ACTIVE, SUSPENDED (readable only) or CLOSED. */
@Entity
@Table(name = "tenants")
public class Tenant extends Versioned {
    /** What kind of organisation it is. */
    public enum Type {
        MANAGEMENT_COMPANY,
        SELF_MANAGED_BUILDING
    }

    /** Only an ACTIVE tenant can be changed. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    private String name;
    private String slug;

    @Enumerated(EnumType.STRING)
    private Type type;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String currency;
    private String locale;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Tenant() {}

    public Tenant(String name, String slug, Type type, String currency, String locale, ZoneId timeZone, Instant now) {
        super(UuidV7.create());
        this.name = name;
        this.slug = slug;
        this.type = type;
        this.status = Status.ACTIVE;
        this.currency = currency;
        this.locale = locale;
        this.timeZone = timeZone.getId();
        this.createdAt = now;
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    public Type type() {
        return type;
    }

    public Status status() {
        return status;
    }

    public String currency() {
        return currency;
    }

    public String locale() {
        return locale;
    }

    /** Decides what "today" and "this month" are for the tenant. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
