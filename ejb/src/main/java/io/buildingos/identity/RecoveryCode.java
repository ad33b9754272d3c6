package io.buildingos.identity;

import io.buildingos.kernel.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Stands in, once, for a lost second factor. 80 random bits, so that a plain hash hides it. */
@Entity
@Table(name = "recovery_codes")
class RecoveryCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 10;

    @Id
    private UUID id;

    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(name = "code_hash", updatable = false)
    private String codeHash;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {}

    RecoveryCode(UUID userId, String code) {
        this.id = UuidV7.create();
        this.userId = userId;
        this.codeHash = hash(code);
    }

    /** Sixteen letters and digits in groups of four. */
    static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    /** However it was typed: case, spaces and dashes don't count. */
    static String hash(String code) {
        String typed = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return HexFormat.of().formatHex(OpaqueToken.hash(typed));
    }
}
