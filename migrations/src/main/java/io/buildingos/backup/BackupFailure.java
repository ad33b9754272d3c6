package io.buildingos.backup;

/** An act on backups that came to nothing. The message is for operators; it holds no secrets. */
public final class BackupFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    private BackupFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static BackupFailure failed(String message) {
        return new BackupFailure(Kind.FAILED, message, null);
    }

    static BackupFailure failed(String message, Throwable cause) {
        return new BackupFailure(Kind.FAILED, message, cause);
    }

    static BackupFailure damaged(String message) {
        return new BackupFailure(Kind.DAMAGED, message, null);
    }

    static BackupFailure damaged(String message, Throwable cause) {
        return new BackupFailure(Kind.DAMAGED, message, cause);
    }

    static BackupFailure refused(String message) {
        return new BackupFailure(Kind.REFUSED, message, null);
    }

    static BackupFailure notFound(String message) {
        return new BackupFailure(Kind.NOT_FOUND, message, null);
    }

    static BackupFailure unavailable(String message, Throwable cause) {
        return new BackupFailure(Kind.UNAVAILABLE, message, cause);
    }

    /** Somebody asked for it. */
    public static BackupFailure stopped() {
        return new BackupFailure(Kind.STOPPED, "Stopped on request", null);
    }

    /** What kind of failure it was. */
    public enum Kind {
        FAILED,
        /** What was stored isn't what was written, or a restored database isn't what was dumped. */
        DAMAGED,
        /** It would have been dangerous, or makes no sense. */
        REFUSED,
        NOT_FOUND,
        UNAVAILABLE,
        STOPPED
    }
}
