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
    private static final int UNITS = 2_000;
    private static final int PAYMENTS = 250;
    private static final String SCOPE = "set app.scope = 'system'";
    private static final String TABLES = "select c.oid::regclass::text from pg_class c where c.relkind = 'r'"
            + " and c.relnamespace = 'public'::regnamespace order by 1";
    private static final String ID =
            "(lpad(to_hex(%s), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";

    private final String superuser;
    private final String owner;

    /**
     * Measures.
     *
     * @param superuser an address with user and password, to write past triggers and constraints, which took hours
     * @param owner the same of the role that verifies
     */
    VerifyTime(String superuser, String owner) {
        this.superuser = superuser;
        this.owner = owner;
    }

    void compare(Report report) {
        try {
            fill();
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

    /** Of each unit as many charges as payments, each paid by one of them, with its receipt. */
    private void fill() throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("create temp table rows as select n, n / " + PAYMENTS + " u, n % " + PAYMENTS
                    + " p, t.id tenant, b.id building from generate_series(0, " + (UNITS * PAYMENTS - 1)
                    + ") n, lateral (select id from tenants order by id limit 1) t, lateral (select id from buildings"
                    + " where tenant_id = t.id order by id limit 1) b");
            for (String table : insertions()) {
                statement.execute(table);
            }
            statement.execute("vacuum analyze");
        }
    }

    private static List<String> insertions() {
        String unit = ID.formatted(1).replace("to_hex(n)", "to_hex(u)");
        String charge = ID.formatted(2);
        String payment = ID.formatted(3);
        String payable = "tenant, building, " + unit + ", 'EUR'";
        String entry =
                "insert into ledger_entries (id, tenant_id, unit_id, position, kind, amount_minor, balance_minor,"
                        + " charge_id, payment_id, description, entered_on, posted_at) select %s, tenant, " + unit
                        + ", p * 2 + %d, '%s', %d, %d, %s, %s, 'Common', '2026-01-10', now() from rows";
        return List.of(
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, billable, created_at)"
                        + " select " + unit + ", 0, tenant, building, 'V' || u, 'v' || u, 'APARTMENT', true, now()"
                        + " from rows where p = 0",
                "insert into unit_accounts (tenant_id, building_id, unit_id, currency, balance_minor, entries) select "
                        + payable + ", 0, " + 2 * PAYMENTS + " from rows where p = 0",
                "insert into charges (id, version, tenant_id, building_id, unit_id, currency, period, type, concept,"
                        + " concept_key, amount_minor, allocated_minor, due_on, created_at) select " + charge + ", 0, "
                        + payable
                        + ", '2026-01', 'COMMON', 'C' || p, 'c' || p, 100, 100, '2026-01-10', now() from rows",
                "insert into payments (id, version, tenant_id, building_id, unit_id, currency, method, amount_minor,"
                        + " allocated_minor, paid_on, status, submitted_at, reviewed_at) select " + payment + ", 0, "
                        + payable + ", 'CASH', 100, 100, '2026-01-15', 'APPROVED', now(), now() from rows",
                entry.formatted(ID.formatted(4), 1, "CHARGE", 100, 100, charge, "null"),
                entry.formatted(ID.formatted(5), 2, "PAYMENT", -100, 0, "null", payment),
                "insert into allocations (id, tenant_id, unit_id, charge_id, payment_id, amount_minor, allocated_at)"
                        + " select " + ID.formatted(6) + ", tenant, " + unit + ", " + charge + ", " + payment
                        + ", 100, now() from rows",
                "insert into receipts (id, version, tenant_id, building_id, unit_id, payment_id, year, number, issued_on,"
                        + " created_at) select " + ID.formatted(7) + ", 0, tenant, building, " + unit + ", " + payment
                        + ", 2031, n + 1, '2031-01-15', now() from rows",
                "insert into receipt_counters (tenant_id, year, last_number) select tenant, 2031, count(*) from rows"
                        + " group by tenant");
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
