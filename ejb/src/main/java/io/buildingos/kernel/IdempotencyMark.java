package io.buildingos.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Marks the running request's key as done in every transaction it opens, so that the work and the mark are committed
 * together or not at all. A hold that was taken over in the meantime can't be marked, and its work rolls back.
 */
@ApplicationScoped
public class IdempotencyMark {
    private static final ThreadLocal<IdempotencyKey> HELD = new ThreadLocal<>();

    /** From now on the thread's transactions carry the mark, until {@link #drop}. */
    public void hold(IdempotencyKey key) {
        HELD.set(key);
    }

    public void drop() {
        HELD.remove();
    }

    static void leave(Connection connection, Instant now) throws SQLException {
        IdempotencyKey held = HELD.get();
        if (held == null) {
            return;
        }
        String mark = "update idempotency_keys set done_at = ? where scope = ? and key = ? and attempt = ?";
        try (PreparedStatement statement = connection.prepareStatement(mark)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, held.scope());
            statement.setString(3, held.key());
            statement.setObject(4, held.attempt());
            if (statement.executeUpdate() != 1) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_REQUEST_RUNNING);
            }
        }
    }
}
