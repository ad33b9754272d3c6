package io.buildingos.identity;

import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A user's place in a tenant: one or more roles, each over the tenant or one building. */
@Entity
@Table(name = "memberships")
public class Membership extends TenantOwned {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @OneToMany(mappedBy = "membership", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    private Set<MembershipRole> roles = new HashSet<>();

    protected Membership() {}

    Membership(UUID tenantId, UUID userId, Instant now) {
        super(tenantId);
        this.userId = userId;
        this.createdAt = now;
    }

    UUID userId() {
        return userId;
    }

    Set<MembershipRole> roles() {
        return roles;
    }
}
