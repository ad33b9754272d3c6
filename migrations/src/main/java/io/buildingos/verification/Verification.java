package io.buildingos.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the checks of a database. Needs a transaction in the system's scope, so that every tenant's rows are seen; each
 * check sees one moment of the data and holds back nobody.
 */
public final class Verification {
    /** Kept of one check's findings; the rest is counted. */
    public static final int KEPT = 1_000;

    /** A table or a column isn't there. */
    static final Set<String> OLDER_SCHEMA = Set.of("42P01", "42703");

    /** The connection or the server ends: nothing of what was asked. */
    private static final Set<String> INTERRUPTIONS = Set.of("08", "57");

    private Verification() {}

    /**
     * Every tenant's rows are seen, and no limit of time holds, until the transaction ends. Questions go through whole
     * tables: they may sort and hash in memory, and aren't worth compiling.
     */
    public static void enterSystemScope(Connection connection) throws SQLException {
        execute(
                connection,
                "select set_config('app.scope', 'system', true), set_config('statement_timeout', '0', true),"
                        + " set_config('idle_in_transaction_session_timeout', '0', true),"
                        + " set_config('work_mem', '32MB', true), set_config('jit', 'off', true)");
    }

    /** All of them, on a connection that is ours alone. */
    public static List<CheckResult> all(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        enterSystemScope(connection);
        Survey survey = Survey.of(connection);
        connection.rollback();
        List<CheckResult> results = new ArrayList<>();
        for (Check check : Check.all()) {
            enterSystemScope(connection);
            results.add(one(check, survey, connection));
            connection.rollback();
        }
        return results;
    }

    /**
     * Asks what the survey doesn't prove.
     *
     * @throws SQLException when it can't be asked, which says nothing about the data
     */
    public static CheckResult one(Check check, Survey survey, Connection connection) throws SQLException {
        long begun = System.nanoTime();
        Gathered gathered = new Gathered();
        String reason = check.needs() == null ? null : lacking(check.needs(), connection);
        if (reason == null) {
            reason = asked(check, survey, connection, gathered);
        }
        long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        if (reason != null) {
            return new CheckResult(check, CheckResult.Outcome.SKIPPED, reason, 0, List.of(), took);
        }
        return new CheckResult(
                check,
                gathered.total == 0 ? CheckResult.Outcome.CLEAN : CheckResult.Outcome.FINDINGS,
                null,
                gathered.total,
                gathered.first,
                took);
    }

    /** Why not, or null: an old backup has an older schema, which doesn't promise everything. */
    private static String asked(Check check, Survey survey, Connection connection, Gathered gathered)
            throws SQLException {
        execute(connection, "savepoint verification");
        try {
            switch (check.kind()) {
                case ROWS -> gather(survey.left(check.name(), check.query()), connection, gathered);
                case QUERIES -> {
                    for (String[] part : rows(check.query(), connection)) {
                        gather(survey.left(check.name() + " " + part[0], part[1]), connection, gathered);
                    }
                }
                case PROBES -> probe(rows(check.query(), connection), connection, gathered);
            }
            execute(connection, "release savepoint verification");
            return null;
        } catch (SQLException failure) {
            if (!OLDER_SCHEMA.contains(String.valueOf(failure.getSQLState()))) {
                throw failure;
            }
            execute(connection, "rollback to savepoint verification");
            return "The schema isn't this version's: " + oneLine(failure);
        }
    }

    private static void gather(Optional<String> query, Connection connection, Gathered gathered) throws SQLException {
        if (query.isEmpty()) {
            return;
        }
        // Counted and cut by the database: an answer that is fetched in parts is worked out by one process alone.
        String first = "select f.*, count(*) over () from (" + query.get() + "\n) f limit " + KEPT;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(first)) {
            while (rows.next()) {
                gathered.keep(new Finding(
                        rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getString(4)));
                if (rows.isFirst()) {
                    gathered.total += rows.getLong(5);
                }
            }
        }
    }

    private static void probe(List<String[]> probes, Connection connection, Gathered gathered) throws SQLException {
        for (String[] probe : probes) {
            execute(connection, "savepoint probe");
            try {
                execute(connection, probe[2]);
            } catch (SQLException broken) {
                if (INTERRUPTIONS.contains(String.valueOf(broken.getSQLState()).substring(0, 2))) {
                    throw broken;
                }
                execute(connection, "rollback to savepoint probe");
                gathered.total++;
                gathered.keep(new Finding(null, probe[0], probe[1], oneLine(broken)));
            }
        }
    }

    private static String lacking(String function, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select to_regprocedure(?) is not null, case when to_regprocedure(?) is not null"
                        + " then has_function_privilege(to_regprocedure(?), 'execute') end, current_user")) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                query.setString(parameter, function);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    return "The database has no " + function + ": its extension isn't installed";
                }
                return row.getBoolean(2) ? null : "The role " + row.getString(3) + " may not execute " + function;
            }
        }
    }

    static List<String[]> rows(String query, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String[]> found = new ArrayList<>();
            while (rows.next()) {
                String[] row = new String[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = rows.getString(column + 1);
                }
                found.add(row);
            }
            return found;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String oneLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** The first findings, and how many there are. */
    private static final class Gathered {
        private final List<Finding> first = new ArrayList<>();
        private long total;

        void keep(Finding finding) {
            if (first.size() < KEPT) {
                first.add(finding);
            }
        }
    }
}
