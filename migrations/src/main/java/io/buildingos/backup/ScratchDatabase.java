package io.buildingos.backup;

import io.buildingos.config.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database that lives as long as this object. While it lives a lock with its name is held, which PostgreSQL lets go when
 * the process dies: so the next one knows what nobody will drop any more.
 */
final class ScratchDatabase implements AutoCloseable {
    private static final String PREFIX = "buildingos_drill_";
    private static final String IN_USE = "55006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String LEFT = "select datname from pg_database join pg_roles r on r.oid = datdba"
            + " where datname ~ '^" + PREFIX + "\\d{8}t\\d{6}z_[0-9a-f]{8}$' and r.rolname = current_user";

    private final Connection maintenance;
    private final Database database;

    private ScratchDatabase(Connection maintenance, Database database) {
        this.maintenance = maintenance;
        this.database = database;
    }

    /** @param id sorts by time, and no two are the same */
    static ScratchDatabase create(Database maintenanceDatabase, String id) {
        Connection maintenance = SourceSnapshot.connected(maintenanceDatabase);
        String name = PREFIX + id.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
        try {
            dropLeft(maintenance);
            if (!lock(maintenance, name)) {
                throw new IllegalStateException("somebody else holds " + name);
            }
            execute(maintenance, "create database " + name + " template template0 encoding 'UTF8'");
            return new ScratchDatabase(maintenance, maintenanceDatabase.named(name));
        } catch (SQLException failure) {
            closeQuietly(maintenance);
            if (INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
                throw BackupFailure.refused("The role " + maintenanceDatabase.user()
                        + " may not create databases: ALTER ROLE " + maintenanceDatabase.user()
                        + " CREATEDB, or name another role by BACKUP_DRILL_DATABASE_URL");
            }
            throw BackupFailure.failed("No scratch database: " + TableCounts.oneLine(failure), failure);
        }
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            drop(maintenance, database.name());
        } catch (SQLException failure) {
            throw BackupFailure.failed(
                    "The scratch database " + database.name() + " stays: " + TableCounts.oneLine(failure), failure);
        } finally {
            closeQuietly(maintenance);
        }
    }

    private static void dropLeft(Connection maintenance) throws SQLException {
        for (String name : TableCounts.strings(maintenance, LEFT)) {
            if (lock(maintenance, name)) {
                drop(maintenance, name);
            }
        }
    }

    private static boolean lock(Connection maintenance, String name) throws SQLException {
        try (PreparedStatement statement =
                maintenance.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Unforced, PostgreSQL sends its own vacuum away first; forced, it refuses whoever is no superuser because of it. */
    private static void drop(Connection maintenance, String name) throws SQLException {
        try {
            execute(maintenance, "drop database if exists " + name);
        } catch (SQLException failure) {
            if (!IN_USE.equals(failure.getSQLState())) {
                throw failure;
            }
            execute(maintenance, "drop database if exists " + name + " with (force)");
        }
    }

    private static void execute(Connection maintenance, String sql) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void closeQuietly(Connection maintenance) {
        try {
            maintenance.close();
        } catch (SQLException alreadyGone) {
            // the lock is gone with it
        }
    }
}
