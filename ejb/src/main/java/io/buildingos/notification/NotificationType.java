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
    /** title, text. */
    ANNOUNCEMENT,
    /** concept, amount, due, unit. */
    CHARGE_PUBLISHED,
    /** amount, unit, by. */
    PAYMENT_SUBMITTED,
    /** amount, unit. */
    PAYMENT_APPROVED,
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
    SUBSCRIPTION_ENDING
}
