package io.buildingos.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Makes a super admin straight in the database, because nobody can invite the first one. No password passes through the
 * command line: the account gets a single-use token, good for setting one.
 */
final class SuperAdministrator {
    static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
    private static final int TOKEN_BYTES = 32;
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;
    private final SecureRandom random = new SecureRandom();

    SuperAdministrator(DataSource database) {
        this.database = database;
    }

    /** Thrown when an account of that address exists. */
    static final class Exists extends Exception {
        Exists(Throwable cause) {
            super("An account with this address exists already", cause);
        }
    }

    /**
     * User, token and audit entry, in one transaction.
     *
     * @param email in lower case
     * @return the token that sets the password; only its hash is kept
     */
    String create(String email, String name, Instant now) throws SQLException, Exists {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.scope = 'system'");
            }
            UUID id = timeOrderedId(now);
            insert(
                    connection,
                    "INSERT INTO users (id, version, email, name, email_verified_at, super_admin, created_at)"
                            + " VALUES (?, 0, ?, ?, ?, true, ?)",
                    id,
                    email,
                    name,
                    now.atOffset(ZoneOffset.UTC),
                    now.atOffset(ZoneOffset.UTC));
            insert(
                    connection,
                    "INSERT INTO single_use_tokens (token_hash, user_id, purpose, email, created_at, expires_at)"
                            + " VALUES (?, ?, 'PASSWORD_RESET', ?, ?, ?)",
                    hash(token),
                    id,
                    email,
                    now.atOffset(ZoneOffset.UTC),
                    now.plus(TOKEN_LIFE).atOffset(ZoneOffset.UTC));
            insert(
                    connection,
                    "INSERT INTO audit_entries (id, occurred_at, actor_name, action, entity, entity_id, changes)"
                            + " VALUES (?, ?, 'operator', 'user.super-admin-created', 'user', ?,"
                            + " jsonb_build_object('email', ?::text))",
                    timeOrderedId(now),
                    now.atOffset(ZoneOffset.UTC),
                    id,
                    email);
            connection.commit();
            return token;
        } catch (SQLException failure) {
            if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                throw new Exists(failure);
            }
            throw failure;
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    /** UUIDv7, as every id of the product. */
    private UUID timeOrderedId(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        return new UUID(high, 0x8000_0000_0000_0000L | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL));
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
