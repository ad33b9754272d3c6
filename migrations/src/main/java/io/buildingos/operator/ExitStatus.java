package io.buildingos.operator;

/** The exit statuses of every command; scripts and the documentation rely on them. */
final class ExitStatus {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    /** Migrations are pending, and the caller asked to be told. */
    static final int PENDING = 3;

    /** The database or another service can't be reached (EX_UNAVAILABLE). */
    static final int UNAVAILABLE = 69;

    /** EX_CONFIG of sysexits.h. */
    static final int INVALID_CONFIGURATION = 78;

    private ExitStatus() {}
}
