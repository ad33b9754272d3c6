package io.buildingos.migration;

/** A migration could not be applied; the message tells an operator what happened and how to go on. */
public final class MigrationFailed extends RuntimeException {
    MigrationFailed(String message, Throwable cause) {
        super(message, cause);
    }

    MigrationFailed(String message) {
        super(message);
    }
}
