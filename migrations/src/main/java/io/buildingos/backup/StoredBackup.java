package io.buildingos.backup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the archive, and what it is worth at a first look.
 *
 * @param manifest null if there is none, or if it can't be read
 * @param problem what is wrong, null if nothing is
 * @param changedAt when the store last saw it change
 * @param proofs newest first
 */
public record StoredBackup(
        String id, State state, Manifest manifest, String problem, Instant changedAt, List<Proof> proofs) {
    /** Newest first. */
    static final Comparator<StoredBackup> NEWEST_FIRST = Comparator.comparing(StoredBackup::takenAt)
            .thenComparing(StoredBackup::id)
            .reversed();

    /** At a first look: the objects are there and have the sizes of the manifest. Only a proof tells more. */
    public enum State {
        COMPLETE,
        /** Without a manifest: being taken, or given up half-way. */
        UNFINISHED,
        /** Something is missing, too short or too long. */
        DAMAGED
    }

    /** By the database's clock; the store's, where there is no manifest. */
    public Instant takenAt() {
        return manifest == null ? changedAt : manifest.takenAt();
    }

    /** The last look at it found nothing. */
    public boolean isProven() {
        return state == State.COMPLETE && !proofs.isEmpty() && proofs.get(0).passed();
    }

    public Optional<Proof> last(Proof.Kind kind) {
        return proofs.stream().filter(proof -> proof.kind() == kind).findFirst();
    }
}
