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

    /** Held until the connection is closed; refuses while a backup runs. */
    static Connection exclusive(Database database) throws SQLException {
        Connection connection = SourceSnapshot.connected(database);
        String got = TableCounts.strings(connection, "select pg_try_advisory_lock(" + NAME + ")::text")
                .get(0);
        if (got.equals("true")) {
            return connection;
        }
        connection.close();
        throw BackupFailure.refused("A backup is being taken: nothing is deleted meanwhile");
    }
}
