package io.buildingos.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Writes what was found where the application shows it. Keeping a check's result twice keeps it once. */
public final class VerificationRecords {
    private final Connection connection;

    /** @param connection in a transaction of the caller's */
    public VerificationRecords(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins a run, or goes on in the one that the same job began.
     *
     * @param jobInstance null from the command line
     * @param checks how many will be asked
     */
    public UUID begin(UUID id, Long jobInstance, String by, int checks, Instant now) throws SQLException {
        change(
                "insert into verification_runs (id, job_instance, started_by, started_at, status, checks)"
                        + " values (?, ?, ?, ?, 'RUNNING', ?) on conflict (job_instance) do nothing",
                id,
                jobInstance,
                by,
                now.atOffset(ZoneOffset.UTC),
                checks);
        return jobInstance == null ? id : ofJob(jobInstance);
    }

    public void keep(UUID run, CheckResult result) throws SQLException {
        Check check = result.check();
        change("delete from verification_results where run_id = ? and position = ?", run, check.position());
        change(
                "insert into verification_results (run_id, position, check_name, severity, outcome, reason, findings,"
                        + " took_millis) values (?, ?, ?, ?, ?, ?, ?, ?)",
                run,
                check.position(),
                check.name(),
                check.severity().name(),
                result.outcome().name(),
                result.reason(),
                result.total(),
                result.tookMillis());
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into verification_findings (id, run_id, position, number, tenant, table_name, row_key, detail)"
                        + " values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (Finding finding : result.findings()) {
                bind(
                        insert,
                        run,
                        check.position(),
                        ++number,
                        finding.tenant(),
                        finding.table(),
                        finding.rowKey(),
                        finding.detail());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns how many findings there are in all. */
    public long end(UUID run, Instant now) throws SQLException {
        change(
                "update verification_runs r set ended_at = ?, status = case when exists (select from"
                        + " verification_results v where v.run_id = r.id and v.outcome = 'FINDINGS') then 'FINDINGS'"
                        + " else 'CLEAN' end where id = ?",
                now.atOffset(ZoneOffset.UTC),
                run);
        return number("select coalesce(sum(findings), 0)::bigint from verification_results where run_id = ?", run);
    }

    private UUID ofJob(long jobInstance) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id from verification_runs where job_instance = ?")) {
            query.setLong(1, jobInstance);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private long number(String sql, Object parameter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void change(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == null) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
