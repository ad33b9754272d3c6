package io.buildingos.platform;

import io.buildingos.backup.Manifest;
import io.buildingos.backup.Proof;
import io.buildingos.backup.StoredBackup;
import java.time.Instant;

/**
 * A backup as the console shows it.
 *
 * @param takenAt by the database's clock
 * @param problem what is wrong at a first look, or null
 * @param bytes of the dump as it lies in the store; null, as everything of the manifest, where there is none
 * @param durationMillis how long it took to take it
 * @param proven the last look at it found nothing
 * @param verified the last time that it was read back, or null
 * @param drilled the last time that it was restored, or null
 */
public record BackupView(
        String id,
        String state,
        Instant takenAt,
        String problem,
        Long bytes,
        Long rows,
        String schemaVersion,
        Boolean encrypted,
        Long documents,
        Long durationMillis,
        boolean proven,
        ProofView verified,
        ProofView drilled) {

    /** One look at it. */
    public record ProofView(Instant at, long durationMillis, boolean passed, String by) {
        static ProofView of(Proof proof) {
            return new ProofView(proof.at(), proof.durationMillis(), proof.passed(), proof.by());
        }
    }

    static BackupView of(StoredBackup backup) {
        Manifest manifest = backup.manifest();
        boolean known = manifest != null;
        return new BackupView(
                backup.id(),
                backup.state().name(),
                backup.takenAt(),
                backup.problem(),
                known ? manifest.size() : null,
                known ? manifest.rowCount() : null,
                known ? manifest.schemaVersion() : null,
                known ? manifest.isEncrypted() : null,
                known && manifest.documents() != null ? manifest.documents().count() : null,
                known ? manifest.durationMillis() : null,
                backup.isProven(),
                backup.last(Proof.Kind.VERIFIED).map(ProofView::of).orElse(null),
                backup.last(Proof.Kind.DRILLED).map(ProofView::of).orElse(null));
    }
}
