package io.buildingos.identity;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.UuidV7;
import io.buildingos.kernel.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

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

    User(String email, String name, String locale, String passwordHash, Instant now) {
        super(UuidV7.create());
        this.locale = locale;
        this.email = EmailAddress.normalized(email);
        this.name = name.strip();
        this.passwordHash = passwordHash;
        this.createdAt = now;
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

    /** Shut out: can't log in, and what is logged in already ends. */
    void disable(Instant now) {
        if (disabled()) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The user is disabled already.");
        }
        disabledAt = now;
    }

    void enable() {
        if (!disabled()) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "The user isn't disabled.");
        }
        disabledAt = null;
        forgetFailures();
    }

    Instant disabledAt() {
        return disabledAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean disabled() {
        return disabledAt != null;
    }

    String locale() {
        return locale;
    }

    boolean emailVerified() {
        return emailVerifiedAt != null;
    }

    /** Whoever holds a token that was mailed there reads that mailbox. */
    void verifyEmail(Instant now) {
        if (emailVerifiedAt == null) {
            emailVerifiedAt = now;
        }
    }

    void setPassword(String hash) {
        passwordHash = hash;
        forgetFailures();
    }

    /** The same password, hashed with today's parameters. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /**
     * Counts a wrong password or code. Attempts on a locked account don't count: who guesses on can't lock the owner out
     * for longer.
     *
     * @return until when the account is locked by this failure, or null
     */
    Instant loginFailed(Instant now) {
        if (lockedAt(now)) {
            return null;
        }
        failedLogins++;
        Duration delay = LockPolicy.delayAfter(failedLogins);
        if (delay.isZero()) {
            return null;
        }
        lockedUntil = now.plus(delay);
        return lockedUntil;
    }

    final void forgetFailures() {
        failedLogins = 0;
        lockedUntil = null;
    }

    int failedLogins() {
        return failedLogins;
    }

    Instant lockedUntil() {
        return lockedUntil;
    }

    boolean hasSecondFactor() {
        return totpConfirmedAt != null;
    }

    String totpSecret() {
        return totpSecret;
    }

    long totpLastStep() {
        return totpLastStep == null ? Long.MIN_VALUE : totpLastStep;
    }

    /** Counts for nothing until a first code proves that the device has it. */
    void enrolSecondFactor(String encryptedSecret) {
        if (hasSecondFactor()) {
            throw Refusal.of(ErrorCode.ILLEGAL_STATE_CHANGE, "There is a second factor already: disable it first.");
        }
        totpSecret = encryptedSecret;
        totpLastStep = null;
    }

    void confirmSecondFactor(long step, Instant now) {
        totpConfirmedAt = now;
        totpLastStep = step;
    }

    /** A code is good for one login: its step and all before are used up. */
    void useStep(long step) {
        totpLastStep = step;
    }

    void disableSecondFactor() {
        totpSecret = null;
        totpConfirmedAt = null;
        totpLastStep = null;
    }
}
