package io.buildingos.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Mailed, good once and for a while. Of each purpose a user has one: asking again makes the one before worthless. */
@Entity
@Table(name = "single_use_tokens")
class SingleUseToken {
    static final Duration RESET_LIFE = Duration.ofMinutes(30);
    static final Duration VERIFICATION_LIFE = Duration.ofDays(2);

    /** What it is good for. */
    enum Purpose {
        PASSWORD_RESET(RESET_LIFE),
        EMAIL_VERIFICATION(VERIFICATION_LIFE);

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private String email;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    protected SingleUseToken() {}

    SingleUseToken(OpaqueToken token, User user, Purpose purpose, Instant now) {
        this.tokenHash = token.hash();
        this.userId = user.id();
        this.purpose = purpose;
        this.email = user.email();
        this.createdAt = now;
        this.expiresAt = now.plus(purpose.life);
    }
}
