package io.buildingos.operator;

/** The exit statuses of every command; scripts and the documentation rely on them. */
final class ExitStatus {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    /** Migrations are pending, and the caller asked to be told. */
    static final int PENDING = 3;

    /** A backup, or what was restored from it, isn't what it should be. */
    static final int DAMAGED = 4;

    /** It would have been dangerous, and wasn't forced. */
    static final int REFUSED = 5;

    /** There is no such backup. */
    static final int NOT_FOUND = 6;

    /** A drill passed, and took longer than the objective. */
    static final int TOO_SLOW = 7;

    /** A verification found something. */
    static final int FOUND = 8;

    /** The database or another service can't be reached (EX_UNAVAILABLE). */
    static final int UNAVAILABLE = 69;

    /** EX_CONFIG of sysexits.h. */
    static final int INVALID_CONFIGURATION = 78;

    private ExitStatus() {}
}
