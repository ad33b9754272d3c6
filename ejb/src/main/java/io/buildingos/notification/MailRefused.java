package io.buildingos.notification;

/** The provider will never take this mail: another attempt would be refused the same. */
final class MailRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean nobodyThere;

    MailRefused(boolean nobodyThere, String reason) {
        super(reason);
        this.nobodyThere = nobodyThere;
    }

    /** The address is at fault, so it gets no further mail. */
    boolean isNobodyThere() {
        return nobodyThere;
    }
}
