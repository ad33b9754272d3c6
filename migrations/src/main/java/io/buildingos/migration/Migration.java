package io.buildingos.migration;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * One migration and how far it is.
 *
 * @param file its name, for one that this version doesn't bring the name it was applied under
 */
public record Migration(String version, String description, String file, State state, Optional<Instant> appliedAt) {
    /** How far a migration is. */
    public enum State {
        APPLIED,
        PENDING,
        FAILED,
        /** Applied by a newer version of the product. */
        NEWER,
        /** Applied, and no longer among the files. */
        MISSING
    }

    static Migration of(MigrationInfo info) {
        return new Migration(
                info.getVersion() == null ? "" : info.getVersion().getVersion(),
                info.getDescription(),
                info.getScript(),
                stateOf(info.getState()),
                Optional.ofNullable(info.getInstalledOn()).map(Date::toInstant));
    }

    private static State stateOf(MigrationState state) {
        return switch (state) {
            case PENDING, OUTDATED, ABOVE_TARGET, AVAILABLE -> State.PENDING;
            case FAILED, MISSING_FAILED, FUTURE_FAILED -> State.FAILED;
            case FUTURE_SUCCESS -> State.NEWER;
            case MISSING_SUCCESS -> State.MISSING;
            default -> State.APPLIED;
        };
    }
}
