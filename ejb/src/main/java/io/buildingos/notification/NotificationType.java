package io.buildingos.notification;

/**
 * What users are told of. Each has its words in every language ({@code notices_en.properties}), where the placeholders
 * are those named here.
 */
public enum NotificationType {
    /** title, by, place. */
    TICKET_OPENED,
    /** title, by. */
    TICKET_ASSIGNED,
    /** title, by, comment. */
    TICKET_COMMENTED,
    /** title, by, status. */
    TICKET_MOVED,
    /** title, hours. */
    TICKET_ESCALATED,
    /** title, text. By mail as a letter of its own, where whoever announced it wanted mail to go at all. */
    ANNOUNCEMENT,
    /** concept, amount, due, unit. */
    CHARGE_PUBLISHED,
    /** amount, unit, by. */
    PAYMENT_SUBMITTED,
    /** amount, unit. What comes by mail is the receipt. */
    PAYMENT_APPROVED(false),
    /** amount, unit, reason. */
    PAYMENT_REJECTED,
    /** amount, unit, reason. */
    PAYMENT_REVERSED,
    /** number, amount, unit. */
    RECEIPT_ISSUED,
    /** vendor, amount. */
    QUOTE_RECEIVED,
    /** title. */
    SUPPORT_ANSWERED,
    /** plan, date. */
    SUBSCRIPTION_ENDING;

    private final boolean mailed;

    NotificationType() {
        this(true);
    }

    NotificationType(boolean mailed) {
        this.mailed = mailed;
    }

    /** Whether it comes by mail too, as long as its reader hasn't said anything of it. */
    public boolean isMailed() {
        return mailed;
    }
}
