package io.buildingos.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What people do all day, beside the no-op resource and beside pgbench with the statements that such a request sends. Works on
 * a thousand units of its own, each with a debt that no payment uses up.
 */
final class WorkRates {
    private static final int UNITS = 1_000;
    private static final int PAYMENTS_A_SECOND = 2_000;
    private static final int UNIT = 11;
    private static final int CHARGE = 12;
    private static final int PAYMENT = 13;
    private static final String PREFIX = "%08x-0000-7000-8000-";

    private final Report report;
    private final Wrk wrk;
    private final Pgbench pgbench;
    private final StatementLog log;
    private final Client owner;
    private final Map<String, String> headers;
    private final int warmUp;
    private final int measured;

    WorkRates(Report report, Wrk wrk, Pgbench pgbench, StatementLog log, Client owner, int warmUp, int measured) {
        this.report = report;
        this.wrk = wrk;
        this.pgbench = pgbench;
        this.log = log;
        this.owner = owner;
        this.headers = Map.of("Authorization", "Bearer " + owner.token());
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** @param database an address of the owning role, with user and password */
    void compare(String database) {
        try {
            prepare(database);
            compareReads("finance report", "/api/v1/reports/finance");
            comparePosts(
                    "ticket create",
                    "/api/v1/tickets",
                    "{\"unitId\":\"" + PREFIX.formatted(UNIT) + "{turn}\",\"title\":\"The lift stands still\","
                            + "\"description\":\"Between the second and the third floor.\",\"category\":\"REPAIR\"}");
            // Else the server went on to send them while the rest is measured.
            sql(database, "delete from mail_outbox where status = 'PENDING'", "analyze");
            compareReads("list with filter", "/api/v1/tickets?status=OPEN&category=REPAIR&limit=50");
            comparePosts(
                    "payment submit",
                    "/api/v1/payments",
                    "{\"unitId\":\"" + PREFIX.formatted(UNIT)
                            + "{turn}\",\"method\":\"TRANSFER\",\"reference\":\"B{n}\","
                            + "\"amount\":{\"amountMinor\":100,\"currency\":\"ARS\"},\"paidOn\":\""
                            + LocalDate.now(Clock.systemUTC()).minusDays(1) + "\"}");
            comparePosts("payment approve", "/api/v1/payments/" + PREFIX.formatted(PAYMENT) + "{hex}/approve", "{}");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The papers of what is approved are a job's work, and not measured here. */
    private void prepare(String database) throws SQLException {
        String home = " cross join lateral (select t.id tenant, b.id building, m.user_id owner from tenants t"
                + " join buildings b on b.tenant_id = t.id join memberships m on m.tenant_id = t.id"
                + " join users s on s.id = m.user_id where s.email = 'owner.a@example.com' limit 1) home";
        String units = " from generate_series(0, " + (UNITS - 1) + ") n" + home;
        String place = "tenant, building, " + Replay.id(UNIT, "n % " + UNITS) + ", 'ARS'";
        long payments = wrk.next() + (long) PAYMENTS_A_SECOND * (warmUp + 2L * measured);
        sql(
                database,
                "update job_schedules set enabled = false, next_at = null where job = 'receipts'",
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, billable, created_at) select "
                        + Replay.id(UNIT, "n") + ", 0, tenant, building, 'W' || n, 'w' || n, 'APARTMENT', true, now()"
                        + units,
                "insert into unit_accounts (tenant_id, building_id, unit_id, currency, balance_minor, entries) select "
                        + place + ", 0, 0" + units,
                "insert into charges (id, version, tenant_id, building_id, unit_id, currency, period, type, concept,"
                        + " concept_key, amount_minor, allocated_minor, due_on, created_at) select "
                        + Replay.id(CHARGE, "n")
                        + ", 0, " + place
                        + ", '2026-01', 'COMMON', 'Roof', 'roof', 100000000000, 0, '2026-01-10', now()" + units,
                "insert into ledger_entries (id, tenant_id, unit_id, kind, amount_minor, charge_id, description, entered_on,"
                        + " posted_at) select " + Replay.id(CHARGE, "n") + ", tenant, " + Replay.id(UNIT, "n")
                        + ", 'CHARGE', 100000000000, " + Replay.id(CHARGE, "n") + ", 'Roof', '2026-01-10', now()"
                        + units,
                "insert into payments (id, version, tenant_id, building_id, unit_id, currency, method, amount_minor,"
                        + " allocated_minor, reference, reference_key, paid_on, status, submitted_at, submitted_by) select "
                        + Replay.id(PAYMENT, "n") + ", 0, " + place
                        + ", 'TRANSFER', 100, 0, 'P' || n, 'p' || n, '2026-01-15',"
                        + " 'SUBMITTED', now() - interval '3 days', owner from generate_series(0, " + payments + ") n"
                        + home,
                "analyze");
    }

    private void compareReads(String name, String path) {
        String url = owner.url(path);
        wrk.get(url, headers, warmUp);
        report.load(name, wrk.get(url, headers, measured));
        compareWithStatements(name, () -> owner.get(path), Map.of());
    }

    private void comparePosts(String name, String path, String body) {
        String key = name.replace(' ', '-') + "-{n}";
        wrk.postEach(owner.url("/"), path, headers, key, body, UNITS, warmUp);
        report.load(name, wrk.postEach(owner.url("/"), path, headers, key, body, UNITS, measured));
        long number = wrk.next();
        UnaryOperator<String> numbered = text -> text.replace("{n}", Long.toString(number))
                .replace("{hex}", "%012x".formatted(number))
                .replace("{turn}", "%012x".formatted(number % UNITS));
        compareWithStatements(
                name,
                () -> owner.post(numbered.apply(path), numbered.apply(key), numbered.apply(body)),
                Map.of(
                        numbered.apply(PREFIX.formatted(UNIT) + "{turn}"), Replay.id(UNIT, ":i % " + UNITS),
                        numbered.apply(PREFIX.formatted(CHARGE) + "{turn}"), Replay.id(CHARGE, ":i % " + UNITS),
                        numbered.apply(PREFIX.formatted(PAYMENT) + "{hex}"), Replay.id(PAYMENT, ":i"),
                        numbered.apply(key), "'%s' || (:i)::text".formatted(key.replace("{n}", "")),
                        numbered.apply("B{n}"), "'B' || (:i)::text",
                        numbered.apply("b{n}"), "'b' || (:i)::text"));
    }

    private void compareWithStatements(String name, Runnable request, Map<String, String> varying) {
        long since = System.currentTimeMillis();
        String script = Replay.script(log.during(request), since, varying);
        report.figure("pgbench " + name, pgbench.perSecond(script, Map.of("n", Long.toString(wrk.next())), measured));
        report.ratioOf(name, report.rate("no-op resource"), name + " / no-op", 0);
        report.ratioOf(name, report.rate("pgbench " + name), name + " / pgbench", 0);
    }

    private static void sql(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set app.scope = 'system'");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
