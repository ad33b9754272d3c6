package io.buildingos.tenancy;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import io.buildingos.kernel.UuidV7;
import io.buildingos.kernel.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A company or a self-managed building: the owner of everything else. ACTIVE, SUSPENDED (readable only, until it is
 * activated again) or CLOSED, which is final: nobody gets in, its data stays for export.
 */
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

    @Column(name = "brand_name")
    private String brandName;

    @Column(name = "primary_color")
    private String primaryColor;

    @Column(name = "secondary_color")
    private String secondaryColor;

    @Column(name = "email_footer")
    private String emailFooter;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected Tenant() {}

    public Tenant(String name, String slug, Type type, String currency, String locale, ZoneId timeZone, Instant now) {
        super(UuidV7.create());
        this.slug = slug;
        this.type = type;
        this.status = Status.ACTIVE;
        this.createdAt = now;
        describe(new DescribeTenant(name, currency, locale, timeZone.getId(), null));
    }

    final void describe(DescribeTenant description) {
        requireKnown(description);
        this.name = description.name().strip();
        this.currency = description.currency();
        this.locale = description.locale();
        this.timeZone = description.timeZone();
        Branding branding = description.branding() == null ? Branding.NONE : description.branding();
        this.brandName = branding.brandName();
        this.primaryColor = branding.primaryColor();
        this.secondaryColor = branding.secondaryColor();
        this.emailFooter = branding.emailFooter();
    }

    private static void requireKnown(DescribeTenant description) {
        List<Violation> violations = new ArrayList<>();
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(description.currency()))) {
            violations.add(new Violation("currency", "must be a currency of ISO 4217, as ARS"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(description.timeZone())) {
            violations.add(new Violation("timeZone", "must be an IANA time zone, as America/Argentina/Buenos_Aires"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    public void rename(String newName) {
        this.name = newName.strip();
    }

    public void suspend() {
        become(Status.SUSPENDED, status == Status.ACTIVE);
    }

    public void activate() {
        become(Status.ACTIVE, status == Status.SUSPENDED);
    }

    public void close() {
        become(Status.CLOSED, status != Status.CLOSED);
    }

    private void become(Status target, boolean legal) {
        if (!legal) {
            throw Refusal.of(
                    ErrorCode.ILLEGAL_STATE_CHANGE,
                    "A tenant that is %s can't become %s.".formatted(status, target),
                    Map.of("from", status.name(), "to", target.name()));
        }
        status = target;
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

    public Branding branding() {
        return new Branding(brandName, primaryColor, secondaryColor, emailFooter);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
