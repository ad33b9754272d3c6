package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Grant;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Role;
import io.buildingos.kernel.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in the tenant offered to an address: PENDING, then ACCEPTED, REVOKED, or EXPIRED after a week. An expired one
 * says so from that moment on; its row follows when something touches it.
 */
@Entity
@Table(name = "invitations")
public class Invitation extends TenantOwned {
    static final Duration LIFE = Duration.ofDays(7);

    /** Where it stands. */
    public enum Status {
        PENDING,
        ACCEPTED,
        EXPIRED,
        REVOKED
    }

    @Column(updatable = false)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @Column(name = "building_id", updatable = false)
    private UUID buildingId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "invited_by", updatable = false)
    private UUID invitedBy;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Invitation() {}

    Invitation(UUID tenantId, InviteMember request, UUID invitedBy, OpaqueToken token, Instant now) {
        super(tenantId);
        this.email = EmailAddress.normalized(request.email());
        this.role = request.role();
        this.buildingId = request.buildingId();
        this.personId = request.personId();
        this.status = Status.PENDING;
        this.invitedBy = invitedBy;
        this.createdAt = now;
        mailedAgain(token, now);
    }

    /** A new token and a new week; the mail before leads nowhere any more. */
    final void mailedAgain(OpaqueToken token, Instant now) {
        tokenHash = token.hash();
        expiresAt = now.plus(LIFE);
    }

    void revoke(Instant now) {
        requirePending(now);
        status = Status.REVOKED;
        answeredAt = now;
    }

    /** Makes room for another one, whether or not this one has run out by now. */
    void withdraw(Instant now) {
        status = statusAt(now) == Status.EXPIRED ? Status.EXPIRED : Status.REVOKED;
        answeredAt = now;
    }

    void accept(Instant now) {
        requirePending(now);
        status = Status.ACCEPTED;
        answeredAt = now;
    }

    /** One that ran out can be sent once more; an answered one can't. */
    void reopen() {
        if (status != Status.PENDING && status != Status.EXPIRED) {
            throw answered();
        }
        status = Status.PENDING;
    }

    void requirePending(Instant now) {
        if (statusAt(now) != Status.PENDING) {
            throw answered();
        }
    }

    private static Refusal answered() {
        return Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The invitation isn't pending any more.");
    }

    Status statusAt(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    Grant grant() {
        return new Grant(role, buildingId);
    }

    String email() {
        return email;
    }

    Role role() {
        return role;
    }

    UUID buildingId() {
        return buildingId;
    }

    UUID personId() {
        return personId;
    }

    UUID invitedBy() {
        return invitedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
