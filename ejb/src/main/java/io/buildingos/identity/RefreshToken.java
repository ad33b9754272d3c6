package io.buildingos.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One link of a session's chain. Good until it is rotated; seen again after that, it ends the session. */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    protected RefreshToken() {}

    RefreshToken(OpaqueToken token, UUID sessionId, Instant now) {
        this.tokenHash = token.hash();
        this.sessionId = sessionId;
        this.createdAt = now;
    }
}
