package io.buildingos.backup;

import io.buildingos.config.Database;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps the retention from removing copies of documents that a running backup relies on. Held by a session of the database,
 * so that whoever is killed lets go.
 */
final class ArchiveLock {
    private static final String NAME = "hashtextextended('buildingos backups', 0)";

    private ArchiveLock() {}

    /** Any number of backups at once. */
    static void share(Connection connection) throws SQLException {
        TableCounts.strings(connection, "select pg_advisory_lock_shared(" + NAME + ")::text");
    }

    /**
     * Lets go at once and closes: of a connection that is only closed the server takes the lock back some time later, and
     * whoever asks meanwhile is told that a backup is being taken.
     */
    static void release(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            TableCounts.strings(connection, "select pg_advisory_unlock_all()::text");
        } catch (SQLException lost) {
            // with the connection, and the lock with both
        }
    }

    /** Closes without waiting for what the connection does; the server lets go by itself. */
    static void abandon(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException lost) {
            // as it should be
        }
    }

    /** Held until it is released; refuses while a backup runs. */
    static Connection exclusive(Database database) {
        Connection connection = SourceSnapshot.connected(database);
        try {
            String got = TableCounts.strings(connection, "select pg_try_advisory_lock(" + NAME + ")::text")
                    .get(0);
            if (got.equals("true")) {
                return connection;
            }
        } catch (SQLException failure) {
            release(connection);
            throw BackupFailure.failed("No lock: " + TableCounts.oneLine(failure), failure);
        }
        release(connection);
        throw BackupFailure.refused("A backup is being taken: nothing is deleted meanwhile");
    }
}
