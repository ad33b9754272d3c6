package io.buildingos.backup;

import io.buildingos.verification.Check;
import io.buildingos.verification.CheckResult;
import io.buildingos.verification.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Restores a backup into a database that is dropped afterwards: the only proof that it can be restored. */
public final class RestoreDrill {
    private final Archive archive;
    private final Progress progress;
    private final String by;
    private final List<SqlCheck> checks;

    /**
     * A drill.
     *
     * @param by who asked for it
     * @param checks asked of the restored database beside its structure
     */
    public RestoreDrill(Archive archive, Progress progress, String by, List<SqlCheck> checks) {
        this.archive = archive;
        this.progress = progress;
        this.by = by;
        this.checks = new ArrayList<>(SqlCheck.STRUCTURE);
        this.checks.addAll(checks);
    }

    /**
     * The evidence.
     *
     * @param target the scratch database
     * @param objective how long it may take
     * @param recorded whether a row of {@code backup_drills} says so too; the proof beside the backup always does
     */
    public record Evidence(
            StoredBackup backup,
            Proof proof,
            String target,
            List<String> checks,
            Duration objective,
            boolean recorded) {
        public boolean withinObjective() {
            return proof.durationMillis() <= objective.toMillis();
        }
    }

    /** Finds out whether the backup can be restored; throws where that can't be found out. */
    public Evidence run(StoredBackup backup) {
        if (backup.state() != StoredBackup.State.COMPLETE) {
            throw BackupFailure.damaged("The backup " + backup.id() + " isn't complete: " + backup.problem());
        }
        // Asked before a database is made for it.
        archive.sealing(backup.manifest());
        Instant at = archive.clock().instant();
        long begun = System.nanoTime();
        List<String> findings;
        List<String> verified = new ArrayList<>();
        Duration duration;
        String target;
        try (ScratchDatabase scratch = ScratchDatabase.create(archive.settings().drillDatabase(), archive.newId())) {
            target = scratch.database().name();
            findings = findings(backup, scratch, verified);
            duration = Duration.ofNanos(System.nanoTime() - begun);
        }
        boolean passed = findings.isEmpty();
        // Faults of the data were in it when it was dumped: they are told, and the backup is none the worse.
        findings.addAll(verified);
        Proof proof = new Proof(Proof.Kind.DRILLED, at, duration.toMillis(), passed, findings, by);
        archive.keep(backup.id(), proof);
        Duration objective = archive.settings().duration("BACKUP_RECOVERY_TIME_OBJECTIVE");
        Evidence evidence = new Evidence(backup, proof, target, checkNames(), objective, false);
        boolean recorded = new DrillRecords(archive.settings().migrationDatabase()).add(evidence);
        return new Evidence(backup, proof, target, evidence.checks(), objective, recorded);
    }

    private List<String> checkNames() {
        return Stream.concat(
                        checks.stream().map(SqlCheck::name),
                        Check.all().stream().map(check -> "verify: " + check.name()))
                .toList();
    }

    /** A line for each check that found something; what an older schema doesn't have can't be asked of it. */
    private static List<String> verified(Connection connection) throws SQLException {
        return Verification.all(connection).stream()
                .filter(result -> result.outcome() == CheckResult.Outcome.FINDINGS)
                .map(result -> "the data itself: %s: %d, first %s %s: %s"
                        .formatted(
                                result.check().name(),
                                result.total(),
                                result.findings().get(0).table(),
                                result.findings().get(0).rowKey(),
                                result.findings().get(0).detail()))
                .toList();
    }

    private List<String> findings(StoredBackup backup, ScratchDatabase scratch, List<String> verified) {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(new RestoreBackup(archive, progress, backup, scratch.database()).rehearse());
            progress.begins("Checking " + scratch.database().name());
            try (Connection connection = SourceSnapshot.connected(scratch.database())) {
                TableCounts.enterSystemScope(connection);
                findings.addAll(SqlCheck.findings(checks, connection));
                verified.addAll(verified(connection));
            }
        } catch (SQLException failure) {
            throw BackupFailure.failed("A check can't be made: " + TableCounts.oneLine(failure), failure);
        } catch (BackupFailure failure) {
            if (failure.kind() != BackupFailure.Kind.DAMAGED && failure.kind() != BackupFailure.Kind.FAILED) {
                throw failure;
            }
            findings.add(failure.getMessage());
        }
        return findings;
    }
}
