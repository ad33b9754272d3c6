package io.buildingos.backup;

import java.time.Instant;
import java.util.List;

/**
 * That somebody looked whether a backup is good, kept beside it.
 *
 * @param findings what was wrong; none if it passed
 * @param by who asked for it
 */
public record Proof(Kind kind, Instant at, long durationMillis, boolean passed, List<String> findings, String by) {
    /** How closely it was looked at. */
    public enum Kind {
        /** Read back, hashed and parsed. */
        VERIFIED,
        /** Restored into a scratch database and compared. */
        DRILLED
    }
}
