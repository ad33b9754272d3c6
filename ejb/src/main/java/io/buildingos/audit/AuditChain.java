package io.buildingos.audit;

import io.buildingos.audit.ChainVerification.Break;
import io.buildingos.audit.ChainVerification.Damage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The hash chains: one a tenant and one of the platform's own acts. Each seal covers its entry and the seal before, so that
 * changing, removing or slipping in an entry breaks the chain at that place. Plain JDBC: entries pass by the thousand.
 */
@ApplicationScoped
public class AuditChain {
    private static final UUID PLATFORM = new UUID(0, 0);
    private static final long ONE_NODE_AT_A_TIME = 0x5EA1L;
    private static final int FETCH = 1_000;

    @PersistenceContext
    private EntityManager entityManager;

    /** Called in a system scope; another node at work means nothing to do here. Returns how many were sealed. */
    int sealSome(int most, Instant now) {
        return session().doReturningWork(connection -> {
            if (!alone(connection)) {
                return 0;
            }
            Map<UUID, Head> heads = new HashMap<>();
            int sealed = sealWaiting(connection, most, now, heads);
            for (var head : heads.entrySet()) {
                move(connection, head.getKey(), head.getValue());
            }
            return sealed;
        });
    }

    /** @param tenant null for the platform's own */
    public ChainVerification verify(UUID tenant) {
        return session().doReturningWork(connection -> {
            UUID chain = chainOf(tenant);
            Head end = head(connection, chain);
            String hex = end.position == 0 ? null : HexFormat.of().formatHex(end.hash);
            long[] verified = {0};
            Break broken = walk(connection, chain, end, verified);
            if (broken == null) {
                broken = neverSealed(connection, tenant, end);
            }
            return new ChainVerification(verified[0], hex, waiting(connection, tenant), broken);
        });
    }

    private static boolean alone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ONE_NODE_AT_A_TIME);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private int sealWaiting(Connection connection, int most, Instant now, Map<UUID, Head> heads) throws SQLException {
        int sealed = 0;
        try (var waiting = connection.prepareStatement("select " + SealedForm.COLUMNS
                        + " from audit_unsealed w join audit_entries e on e.id = w.entry_id"
                        + " order by e.occurred_at, e.id limit ?");
                var seal = connection.prepareStatement(
                        "insert into audit_seals (entry_id, tenant_id, chain_id, position, hash, sealed_at)"
                                + " values (?, ?, ?, ?, ?, ?)");
                var done = connection.prepareStatement("delete from audit_unsealed where entry_id = ?")) {
            waiting.setInt(1, most);
            try (ResultSet row = waiting.executeQuery()) {
                while (row.next()) {
                    UUID entry = row.getObject(1, UUID.class);
                    UUID tenant = row.getObject(2) == null ? null : UUID.fromString(row.getString(2));
                    UUID chain = chainOf(tenant);
                    Head before = heads.containsKey(chain) ? heads.get(chain) : head(connection, chain);
                    Head next = before.next(chain, SealedForm.entry(row, 1));
                    heads.put(chain, next);
                    addSeal(seal, entry, tenant, chain, next, now);
                    done.setObject(1, entry);
                    done.addBatch();
                    sealed++;
                }
            }
            seal.executeBatch();
            done.executeBatch();
        }
        return sealed;
    }

    private static void addSeal(PreparedStatement seal, UUID entry, UUID tenant, UUID chain, Head head, Instant now)
            throws SQLException {
        seal.setObject(1, entry);
        seal.setObject(2, tenant);
        seal.setObject(3, chain);
        seal.setLong(4, head.position);
        seal.setBytes(5, head.hash);
        seal.setObject(6, now.atOffset(ZoneOffset.UTC));
        seal.addBatch();
    }

    private static Head head(Connection connection, UUID chain) throws SQLException {
        try (var statement =
                connection.prepareStatement("select position, hash from audit_chains where chain_id = ?")) {
            statement.setObject(1, chain);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : Head.NONE;
            }
        }
    }

    private static void move(Connection connection, UUID chain, Head head) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into audit_chains (chain_id, tenant_id, position, hash)"
                        + " values (?, ?, ?, ?) on conflict (chain_id)"
                        + " do update set position = excluded.position, hash = excluded.hash")) {
            statement.setObject(1, chain);
            statement.setObject(2, PLATFORM.equals(chain) ? null : chain);
            statement.setLong(3, head.position);
            statement.setBytes(4, head.hash);
            statement.executeUpdate();
        }
    }

    /** Up to the head as read at first: what is sealed meanwhile is another time's. */
    private static Break walk(Connection connection, UUID chain, Head end, long[] verified) throws SQLException {
        Head last = Head.NONE;
        try (var statement = connection.prepareStatement("select s.position, s.hash, s.entry_id, " + SealedForm.COLUMNS
                + " from audit_seals s left join audit_entries e on e.id = s.entry_id"
                + " where s.chain_id = ? and s.position <= ? order by s.position")) {
            statement.setObject(1, chain);
            statement.setLong(2, end.position);
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID entry = row.getObject(3, UUID.class);
                    if (row.getLong(1) != last.position + 1) {
                        return new Break(last.position + 1, null, Damage.SEAL_MISSING);
                    }
                    if (row.getObject(4) == null) {
                        return new Break(row.getLong(1), entry, Damage.ENTRY_MISSING);
                    }
                    Head next = last.next(chain, SealedForm.entry(row, 4));
                    if (!Arrays.equals(next.hash, row.getBytes(2))) {
                        return new Break(row.getLong(1), entry, Damage.CHANGED);
                    }
                    last = next;
                    verified[0]++;
                }
            }
        }
        if (last.position < end.position) {
            return new Break(last.position + 1, null, Damage.SEAL_MISSING);
        }
        return Arrays.equals(last.hash, end.hash) ? null : new Break(end.position, null, Damage.CHANGED);
    }

    private static Break neverSealed(Connection connection, UUID tenant, Head end) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select e.id from audit_entries e"
                        + " where e.tenant_id is not distinct from ?"
                        + " and not exists (select 1 from audit_seals s where s.entry_id = e.id)"
                        + " and not exists (select 1 from audit_unsealed w where w.entry_id = e.id) order by e.occurred_at limit 1")) {
            statement.setObject(1, tenant, java.sql.Types.OTHER);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Break(end.position + 1, row.getObject(1, UUID.class), Damage.NEVER_SEALED)
                        : null;
            }
        }
    }

    private static long waiting(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select count(*) from audit_unsealed where tenant_id is not distinct from ?")) {
            statement.setObject(1, tenant, java.sql.Types.OTHER);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static UUID chainOf(UUID tenant) {
        return tenant == null ? PLATFORM : tenant;
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }

    /** Where a chain ends. */
    private static final class Head {
        static final Head NONE = new Head(0, SealedForm.BEFORE_THE_FIRST);

        private final long position;
        private final byte[] hash;

        Head(long position, byte[] hash) {
            this.position = position;
            this.hash = hash;
        }

        Head next(UUID chain, byte[] entry) {
            return new Head(position + 1, SealedForm.hash(hash, chain, position + 1, entry));
        }
    }
}
