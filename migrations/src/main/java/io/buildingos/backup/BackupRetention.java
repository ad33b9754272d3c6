package io.buildingos.backup;

import io.buildingos.store.StoredObject;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Deletes the backups that the rule no longer keeps, and what failed or killed ones left. Nothing goes before a newer
 * backup is proven: an unproven newest one is verified first, and if it is damaged nothing is deleted at all.
 */
public final class BackupRetention {
    /** What is younger may still be somebody's work. */
    private static final Duration LEFT_ALONE = Duration.ofHours(24);

    private static final Duration TOLERATED_SKEW = Duration.ofMinutes(5);

    /** What a store leaves of a write that was killed. */
    private static final Pattern STRAY =
            Pattern.compile(".*/(" + DumpPart.NAMES + "|" + Pattern.quote(Archive.MANIFEST) + "|"
                    + Pattern.quote(Archive.INVENTORY) + "|[0-9a-f]{64})"
                    + "-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Archive archive;
    private final Progress progress;
    private final KeepRule rule;
    private final String by;

    public BackupRetention(Archive archive, Progress progress, String by) {
        this.archive = archive;
        this.progress = progress;
        this.by = by;
        this.rule = new KeepRule(
                (int) archive.settings().number("BACKUP_KEEP_DAILY"),
                (int) archive.settings().number("BACKUP_KEEP_WEEKLY"),
                (int) archive.settings().number("BACKUP_KEEP_MONTHLY"));
    }

    /**
     * What was done, or would be.
     *
     * @param deleted backups
     * @param leftovers of backups that were never finished
     * @param strays objects that a killed write left, and uploads that nobody completed
     * @param copies of documents that no backup refers to any more
     */
    public record Outcome(List<String> kept, List<String> deleted, List<String> leftovers, long strays, long copies) {}

    /** @param dryRun delete nothing, only tell */
    public Outcome run(boolean dryRun) {
        Connection alone = ArchiveLock.exclusive(archive.settings().migrationDatabase());
        try {
            return swept(dryRun);
        } finally {
            ArchiveLock.release(alone);
        }
    }

    private Outcome swept(boolean dryRun) {
        Instant now = archive.clock().instant();
        List<StoredBackup> all = archive.list();
        List<StoredBackup> complete = all.stream()
                .filter(backup -> backup.state() == StoredBackup.State.COMPLETE)
                .toList();
        refuseFuture(complete, now);
        List<StoredBackup> expired = expired(complete, dryRun);
        List<StoredBackup> staying =
                complete.stream().filter(backup -> !expired.contains(backup)).toList();
        List<StoredBackup> leftovers = all.stream()
                .filter(backup -> backup.state() == StoredBackup.State.UNFINISHED)
                .filter(backup -> backup.changedAt().isBefore(now.minus(LEFT_ALONE)))
                .toList();
        long copies = 0;
        long strays = 0;
        if (!dryRun) {
            for (StoredBackup backup : expired) {
                copies += delete(backup, staying);
            }
            for (StoredBackup backup : leftovers) {
                copies += delete(backup, staying);
            }
            strays = sweepStrays(now.minus(LEFT_ALONE));
        }
        return new Outcome(ids(staying), ids(expired), ids(leftovers), strays, copies);
    }

    private void refuseFuture(List<StoredBackup> complete, Instant now) {
        complete.stream()
                .filter(backup -> backup.takenAt().isAfter(now.plus(TOLERATED_SKEW)))
                .findFirst()
                .ifPresent(future -> {
                    throw BackupFailure.failed("Nothing was deleted: the backup " + future.id() + " was taken at "
                            + future.takenAt() + ", which is in the future, so a clock is wrong, or was");
                });
    }

    private List<StoredBackup> expired(List<StoredBackup> complete, boolean dryRun) {
        Set<String> kept = rule.kept(complete.stream()
                .map(backup -> new KeepRule.Dated(backup.id(), backup.takenAt()))
                .toList());
        List<StoredBackup> expired =
                complete.stream().filter(backup -> !kept.contains(backup.id())).toList();
        if (expired.isEmpty() || dryRun) {
            return expired;
        }
        StoredBackup newest = complete.get(0);
        if (!newest.isProven()) {
            Proof proof = new VerifyBackup(archive, progress, by).run(newest);
            if (!proof.passed()) {
                throw BackupFailure.damaged("Nothing was deleted: the newest backup " + newest.id() + " is damaged: "
                        + String.join("; ", proof.findings()));
            }
        }
        return expired;
    }

    /** The manifest first: what is left of a deletion that was killed never looks complete. */
    private long delete(StoredBackup backup, List<StoredBackup> staying) {
        progress.begins("Deleting " + backup.id());
        String folder = archive.folder(backup.id());
        archive.store().delete(folder + Archive.MANIFEST);
        long copies = deleteCopies(backup, staying);
        List<String> rest = archive.store().list(folder).map(StoredObject::key).toList();
        rest.forEach(archive.store()::delete);
        return copies;
    }

    /** Those of its documents that no staying backup refers to. Reads all inventories side by side, in the keys' order. */
    private long deleteCopies(StoredBackup backup, List<StoredBackup> staying) {
        if (archive.store()
                .find(archive.folder(backup.id()) + Archive.INVENTORY)
                .isEmpty()) {
            return 0;
        }
        List<InventoryReader> others = new ArrayList<>();
        try (InventoryReader own = DocumentCopies.inventory(archive, backup.id())) {
            for (StoredBackup other : staying) {
                if (other.manifest().documents() != null) {
                    others.add(DocumentCopies.inventory(archive, other.id()));
                }
            }
            long deleted = 0;
            for (; own.current() != null; own.advance()) {
                if (!isUsed(own.current(), others)) {
                    archive.store().delete(archive.prefix() + own.current().copy());
                    deleted++;
                }
            }
            return deleted;
        } catch (IOException unreadable) {
            throw BackupFailure.failed(
                    "The copies of " + backup.id() + "'s documents stay: " + unreadable.getMessage(), unreadable);
        } finally {
            others.forEach(InventoryReader::closeQuietly);
        }
    }

    private static boolean isUsed(InventoryLine line, List<InventoryReader> others) throws IOException {
        boolean used = false;
        for (InventoryReader other : others) {
            // Every reader goes on, also when the answer is known.
            used |= other.isAt(line.key()) && Objects.equals(other.current().copy(), line.copy());
        }
        return used;
    }

    private long sweepStrays(Instant before) {
        List<String> strays = archive.store()
                .list(archive.prefix())
                .filter(object -> STRAY.matcher(object.key()).matches())
                .filter(object -> object.changedAt().isBefore(before))
                .map(StoredObject::key)
                .toList();
        strays.forEach(archive.store()::delete);
        return (long) strays.size() + archive.store().abandonUploads(archive.prefix(), before);
    }

    private static List<String> ids(List<StoredBackup> backups) {
        return backups.stream().map(StoredBackup::id).toList();
    }
}
