package io.buildingos.identity;

import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One role of a membership. */
@Entity
@Table(name = "membership_roles")
class MembershipRole {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "membership_id", updatable = false)
    private Membership membership;

    /** The same column again: to read it must not load the membership. */
    @Column(name = "membership_id", insertable = false, updatable = false)
    private UUID membershipId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "building_id")
    private UUID buildingId;

    protected MembershipRole() {}

    MembershipRole(Membership membership, Grant grant) {
        this.id = UuidV7.create();
        this.tenantId = membership.tenantId();
        this.membership = membership;
        this.membershipId = membership.id();
        this.role = grant.role();
        this.buildingId = grant.buildingId();
    }

    Grant grant() {
        return new Grant(role, buildingId);
    }

    UUID membershipId() {
        return membershipId;
    }
}
