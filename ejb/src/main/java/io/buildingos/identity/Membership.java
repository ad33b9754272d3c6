package io.buildingos.identity;

import io.buildingos.kernel.Grant;
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
import java.util.stream.Collectors;

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

    Set<Grant> grants() {
        return roles.stream().map(MembershipRole::grant).collect(Collectors.toUnmodifiableSet());
    }

    void grant(Grant grant) {
        roles.add(new MembershipRole(this, grant));
    }

    /** Keeps the rows of the roles that stay. */
    void replaceGrants(Set<Grant> wanted) {
        Set<Grant> present = grants();
        roles.removeIf(role -> !wanted.contains(role.grant()));
        wanted.stream().filter(grant -> !present.contains(grant)).forEach(this::grant);
    }

    Instant createdAt() {
        return createdAt;
    }
}
