package io.buildingos.audit;

import java.util.UUID;

/**
 * What a look through a chain found.
 *
 * @param verified how many entries in a row, from the first on, are as they were sealed
 * @param head the hash of the last seal, in hex, to be kept elsewhere and compared later; null when nothing is sealed yet
 * @param waiting how many entries still wait for their seal, a few seconds each
 * @param broken the first place that isn't as it was, or null
 */
public record ChainVerification(long verified, String head, long waiting, Break broken) {
    /** Where and how. The entry is null when not even its id is left. */
    public record Break(long position, UUID entryId, Damage damage) {}

    /** What can have happened to an entry. */
    public enum Damage {
        /** It says something else than when it was sealed, or its seal does. */
        CHANGED,
        /** The seal is there, the entry is gone. */
        ENTRY_MISSING,
        /** Both are gone. */
        SEAL_MISSING,
        /** It neither has a seal nor waits for one: it was slipped in, or kept from being sealed. */
        NEVER_SEALED
    }
}
