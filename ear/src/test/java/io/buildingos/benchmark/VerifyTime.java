package io.buildingos.benchmark;

import io.buildingos.verification.CheckResult;
import io.buildingos.verification.Verification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All checks over books of a million ledger entries, beside a count of every table, in the same scope. Each is done twice,
 * and the second counts.
 */
final class VerifyTime {
    private static final String SCOPE = "set app.scope = 'system'";
    private static final String TABLES = "select c.oid::regclass::text from pg_class c where c.relkind = 'r'"
            + " and c.relnamespace = 'public'::regnamespace order by 1";

    private final LargeTenant tenant;
    private final String owner;

    /** @param owner an address with user and password of the role that verifies */
    VerifyTime(LargeTenant tenant, String owner) {
        this.tenant = tenant;
        this.owner = owner;
    }

    void compare(Report report) {
        try {
            tenant.keepBooks();
            List<String> tables = column(TABLES);
            count(tables);
            double counted = count(tables);
            report.seconds("count(*) of every table", counted);
            verified();
            long begun = System.nanoTime();
            List<CheckResult> results = verified();
            double verified = (System.nanoTime() - begun) / 1e9;
            long found = results.stream().mapToLong(CheckResult::total).sum();
            if (found > 0) {
                throw new IllegalStateException("the books aren't in order: " + results);
            }
            double asked = results.stream().mapToLong(CheckResult::tookMillis).sum() / 1e3;
            report.seconds("  one look at the books", verified - asked);
            results.stream()
                    .filter(result -> result.tookMillis() > 100)
                    .forEach(result -> report.seconds("  " + result.check().name(), result.tookMillis() / 1e3));
            report.seconds("verification of 1,000,000 entries", verified);
            report.bound("verification / count(*)", verified / counted, 5);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<CheckResult> verified() throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner)) {
            return Verification.all(connection);
        }
    }

    private double count(List<String> tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner);
                Statement statement = connection.createStatement()) {
            statement.execute(SCOPE);
            long begun = System.nanoTime();
            for (String table : tables) {
                statement.executeQuery("select count(*) from " + table).close();
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
