package io.buildingos.backup;

import io.buildingos.config.Database;
import io.buildingos.migration.DirectConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Writes the evidence of drills where the application shows it. */
final class DrillRecords {
    private static final String INSERT = """
            insert into backup_drills (id, backup, taken_at, started_at, duration_millis, objective_millis, target,
              tables, row_count, checks, passed, findings, drilled_by)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    DrillRecords(Database database) {
        this.database = database;
    }

    /** False where there is no database to tell: a drill can run on another machine, when the real one is lost. */
    boolean add(RestoreDrill.Evidence evidence) {
        Manifest manifest = evidence.backup().manifest();
        Proof proof = evidence.proof();
        try (Connection connection =
                        DirectConnections.to(database, "buildingos-backup").getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, manifest.id());
            statement.setTimestamp(2, Timestamp.from(manifest.takenAt()));
            statement.setTimestamp(3, Timestamp.from(proof.at()));
            statement.setLong(4, proof.durationMillis());
            statement.setLong(5, evidence.objective().toMillis());
            statement.setString(6, evidence.target());
            statement.setInt(7, manifest.rows().size());
            statement.setLong(8, manifest.rowCount());
            statement.setArray(
                    9, connection.createArrayOf("text", evidence.checks().toArray()));
            statement.setBoolean(10, proof.passed());
            statement.setArray(
                    11, connection.createArrayOf("text", proof.findings().toArray()));
            statement.setString(12, proof.by());
            statement.executeUpdate();
            return true;
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
