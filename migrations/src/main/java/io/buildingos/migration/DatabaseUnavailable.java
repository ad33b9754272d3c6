package io.buildingos.migration;

/** The database can't be reached or doesn't let us in; one line that says why, without the password. */
public final class DatabaseUnavailable extends RuntimeException {
    DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
