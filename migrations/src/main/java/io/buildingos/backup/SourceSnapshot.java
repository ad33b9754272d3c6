package io.buildingos.backup;

import io.buildingos.config.Database;
import io.buildingos.migration.DirectConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One moment of the database, seen by pg_dump and by us alike: what is counted is what is dumped. Holds its transaction
 * open until it is closed.
 */
final class SourceSnapshot implements AutoCloseable {
    private static final int VERSION_FACTOR = 10_000;

    private final Connection connection;
    private final String id;
    private final Instant takenAt;
    private final int serverMajor;
    private final String server;
    private final boolean seesEveryRow;
    private final String schemaVersion;
    private final List<String> tables;
    private volatile boolean counting;

    private SourceSnapshot(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            TableCounts.enterSystemScope(connection);
            try (ResultSet row = statement.executeQuery("select pg_export_snapshot(), clock_timestamp(),"
                    + " current_setting('server_version_num')::int, split_part(current_setting('server_version'), ' ', 1),"
                    + " (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)")) {
                row.next();
                this.id = row.getString(1);
                this.takenAt = row.getTimestamp(2).toInstant();
                this.serverMajor = row.getInt(3) / VERSION_FACTOR;
                this.server = row.getString(4);
                this.seesEveryRow = row.getBoolean(5);
            }
        }
        this.tables = TableCounts.tables(connection);
        this.schemaVersion = TableCounts.schemaVersion(connection, schema);
        refuseHiddenRows();
    }

    static SourceSnapshot of(Database database) {
        Connection connection = connected(database);
        try {
            connection.setAutoCommit(false);
            return new SourceSnapshot(connection, database.schema());
        } catch (SQLException failure) {
            closeQuietly(connection, failure);
            throw BackupFailure.failed("The database can't be read: " + TableCounts.oneLine(failure), failure);
        } catch (BackupFailure failure) {
            closeQuietly(connection, failure);
            throw failure;
        }
    }

    static Connection connected(Database database) {
        try {
            return DirectConnections.to(database, "buildingos-backup").getConnection();
        } catch (SQLException failure) {
            throw BackupFailure.unavailable("The database can't be reached: " + TableCounts.oneLine(failure), failure);
        }
    }

    /** While it is open no copy of a document is removed. */
    void share() {
        try {
            ArchiveLock.share(connection);
        } catch (SQLException failure) {
            throw BackupFailure.failed("No lock: " + TableCounts.oneLine(failure), failure);
        }
    }

    /** For pg_dump's --snapshot. */
    String id() {
        return id;
    }

    Instant takenAt() {
        return takenAt;
    }

    int serverMajor() {
        return serverMajor;
    }

    String server() {
        return server;
    }

    /** The role passes row security by; else its policies decide, which let the system's scope see everything. */
    boolean seesEveryRow() {
        return seesEveryRow;
    }

    String schemaVersion() {
        return schemaVersion;
    }

    /** Of every table, in bytes. */
    Map<String, Long> sizes() {
        try {
            return TableCounts.sizes(connection);
        } catch (SQLException failure) {
            throw BackupFailure.failed("The tables can't be measured: " + TableCounts.oneLine(failure), failure);
        }
    }

    /** Rows of every table. */
    Map<String, Long> counts() {
        counting = true;
        try {
            return TableCounts.of(connection, tables);
        } catch (SQLException failure) {
            throw BackupFailure.failed("The rows can't be counted: " + TableCounts.oneLine(failure), failure);
        } finally {
            counting = false;
        }
    }

    @Override
    public void close() {
        if (counting) {
            // The backup has failed: nobody waits for the counts any more.
            ArchiveLock.abandon(connection);
            return;
        }
        ArchiveLock.release(connection);
    }

    /** A table whose policies forget the system's scope would be dumped without its rows, and counted without them too. */
    private void refuseHiddenRows() throws SQLException {
        if (seesEveryRow) {
            return;
        }
        List<String> hiding = TableCounts.strings(connection, """
                select c.oid::regclass::text from pg_class c
                where c.relrowsecurity and c.relkind in ('r', 'p')
                and (c.relforcerowsecurity or not pg_has_role(c.relowner, 'USAGE'))
                and (exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
                  or not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive
                    and p.polcmd in ('*', 'r') and p.polroles = '{0}'
                    and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s', '', 'g') like
                    '%OR((SELECTcurrent_setting(''app.scope''::text,true)AScurrent_setting)=''system''::text))'))
                order by 1
                """);
        if (!hiding.isEmpty()) {
            throw BackupFailure.failed(
                    "Row security may hide rows from the backup: no policy lets the system's scope see" + " all of "
                            + String.join(", ", hiding));
        }
    }

    private static void closeQuietly(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            failure.addSuppressed(alreadyGone);
        }
    }
}
