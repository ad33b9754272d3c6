package io.buildingos.kernel;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Keeps what a POST with an Idempotency-Key answered, so that its repetition gets the answer and not the act.
 *
 * <p>Three transactions: the key's row is committed before the work; the work marks the row as done in its own
 * transaction ({@link IdempotencyMark}); the answer is stored after. A crash before the work's commit leaves a hold that
 * may be taken over after {@link #HOLD}; one after it leaves a row that is done without an answer, and a repetition is
 * told so instead of acting twice. A refused request did nothing, so its hold is let go and the key is as new.
 */
@Stateless
public class IdempotencyService {
    /** The longest a transaction of the server may last, after which nothing of the first attempt can come. */
    static final Duration HOLD = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int TRIES = 3;

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    /**
     * Takes the key, or finds its answer.
     *
     * @param requestHash of everything that makes the request what it is
     * @throws Refusal when the key came with another request, or its first request hasn't been answered
     */
    @Open(Open.To.LOGGED_IN)
    public Outcome begin(String key, byte[] requestHash) {
        Caller caller = currentCaller.get();
        String scope = caller.tenant().map(UUID::toString).orElse("-") + "/" + caller.requireUser();
        IdempotencyKey hold = new IdempotencyKey(scope, key, UuidV7.create());
        return entityManager.unwrap(Session.class).doReturningWork(connection -> begin(connection, hold, requestHash));
    }

    /** Stores the answer of a request that was carried out. */
    @Open(Open.To.LOGGED_IN)
    public void complete(IdempotencyKey hold, Answer answer) {
        update(
                "update idempotency_keys set status = ?, headers = cast(? as jsonb), body = ?, completed_at = ?",
                hold,
                answer.status(),
                answer.headers(),
                answer.body(),
                Timestamp.from(clock.instant()));
    }

    /** Lets go of the key of a request that was refused; false when part of its work stands all the same. */
    @Open(Open.To.LOGGED_IN)
    public boolean release(IdempotencyKey hold) {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            String delete =
                    "delete from idempotency_keys where scope = ? and key = ? and attempt = ? and done_at is null";
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                bind(statement, hold.scope(), hold.key(), hold.attempt());
                return statement.executeUpdate() == 1;
            }
        });
    }

    private Outcome begin(Connection connection, IdempotencyKey hold, byte[] requestHash) throws SQLException {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Row> found = find(connection, hold);
            if (found.isEmpty()) {
                if (insert(connection, hold, requestHash)) {
                    return new Outcome(hold, null);
                }
                continue;
            }
            Row row = found.get();
            Instant now = clock.instant();
            boolean expired = row.since().plus(KEPT).isBefore(now);
            if (!expired && !Arrays.equals(row.requestHash(), requestHash)) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_KEY_REUSED);
            }
            if (!expired && row.answer() != null) {
                return new Outcome(null, row.answer());
            }
            boolean abandoned = row.since().plus(HOLD).isBefore(now);
            if (!expired && !abandoned) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_REQUEST_RUNNING);
            }
            if (!expired && row.done()) {
                throw Refusal.of(ErrorCode.IDEMPOTENCY_ANSWER_LOST);
            }
            if (takeOver(connection, hold, row, requestHash)) {
                return new Outcome(hold, null);
            }
        }
        throw Refusal.of(ErrorCode.IDEMPOTENCY_REQUEST_RUNNING);
    }

    private static Optional<Row> find(Connection connection, IdempotencyKey hold) throws SQLException {
        String select = "select attempt, request_hash, created_at, done_at is not null, completed_at is not null,"
                + " status, headers, body from idempotency_keys where scope = ? and key = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            bind(statement, hold.scope(), hold.key());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Row.of(row)) : Optional.empty();
            }
        }
    }

    private boolean insert(Connection connection, IdempotencyKey hold, byte[] requestHash) throws SQLException {
        String insert = "insert into idempotency_keys (scope, key, attempt, request_hash, created_at)"
                + " values (?, ?, ?, ?, ?) on conflict (scope, key) do nothing";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            bind(statement, hold.scope(), hold.key(), hold.attempt(), requestHash, Timestamp.from(clock.instant()));
            return statement.executeUpdate() == 1;
        }
    }

    /** Only from the attempt that was seen: of two who find the same hold abandoned, one gets it. */
    private boolean takeOver(Connection connection, IdempotencyKey hold, Row row, byte[] requestHash)
            throws SQLException {
        String update = "update idempotency_keys set attempt = ?, request_hash = ?, created_at = ?, done_at = null,"
                + " completed_at = null, status = null, headers = null, body = null"
                + " where scope = ? and key = ? and attempt is not distinct from ? and (done_at is not null) = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            bind(
                    statement,
                    hold.attempt(),
                    requestHash,
                    Timestamp.from(clock.instant()),
                    hold.scope(),
                    hold.key(),
                    row.attempt(),
                    row.done());
            return statement.executeUpdate() == 1;
        }
    }

    private void update(String set, IdempotencyKey hold, Object... values) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement(set + " where scope = ? and key = ? and attempt = ?")) {
                Object[] all = Arrays.copyOf(values, values.length + 3);
                all[values.length] = hold.scope();
                all[values.length + 1] = hold.key();
                all[values.length + 2] = hold.attempt();
                bind(statement, all);
                statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /**
     * Either the hold under which to do the work, or the answer it had.
     *
     * @param answer null when there is work to do
     */
    public record Outcome(IdempotencyKey hold, Answer answer) {}

    /**
     * What was answered.
     *
     * @param headers a JSON object
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, read once, never compared
    public record Answer(int status, String headers, byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent") // lives for one comparison
    private record Row(UUID attempt, byte[] requestHash, Instant since, boolean done, Answer answer) {
        static Row of(ResultSet row) throws SQLException {
            boolean completed = row.getBoolean(5);
            return new Row(
                    row.getObject(1, UUID.class),
                    row.getBytes(2),
                    row.getTimestamp(3).toInstant(),
                    row.getBoolean(4),
                    completed ? new Answer(row.getInt(6), row.getString(7), row.getBytes(8)) : null);
        }
    }
}
