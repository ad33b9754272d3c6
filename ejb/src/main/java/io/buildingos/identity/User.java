package io.buildingos.identity;

import io.buildingos.kernel.UuidV7;
import io.buildingos.kernel.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A person who can log in. Belongs to the platform: memberships say what it is in which tenant. */
@Entity
@Table(name = "users")
public class User extends Versioned {
    private String email;
    private String name;
    private String locale;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    @Column(name = "disabled_at")
    private Instant disabledAt;

    @Column(name = "super_admin", updatable = false)
    private boolean superAdmin;

    @Column(name = "totp_secret")
    private String totpSecret;

    @Column(name = "totp_confirmed_at")
    private Instant totpConfirmedAt;

    @Column(name = "totp_last_step")
    private Long totpLastStep;

    @Column(name = "failed_logins")
    private int failedLogins;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected User() {}

    User(String email, String name, String passwordHash, Instant now) {
        super(UuidV7.create());
        this.email = normalized(email);
        this.name = name.strip();
        this.passwordHash = passwordHash;
        this.createdAt = now;
    }

    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean superAdmin() {
        return superAdmin;
    }

    boolean disabled() {
        return disabledAt != null;
    }
}
