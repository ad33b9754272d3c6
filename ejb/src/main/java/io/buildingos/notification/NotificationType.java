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
    /** title, text. Its letter goes where whoever announced it wanted mail to go at all. */
    ANNOUNCEMENT(Mail.LETTER),
    /** concept, amount, due, unit; of several: units, how many. To those who own or live there. */
    CHARGE_PUBLISHED,
    /** concept, amount, due, unit; formerConcept, formerAmount, formerDue. To the same, also of a credit. */
    CHARGE_CORRECTED,
    /** concept, amount, unit, reason. To the same, also of a credit. */
    CHARGE_CANCELED,
    /** concept, amount, unit; of several: units, how many. To the same. */
    CREDIT_GIVEN,
    /** amount, unit, by. */
    PAYMENT_SUBMITTED,
    /** amount, unit. To whoever reported the payment; what comes by mail is the receipt. */
    PAYMENT_APPROVED(Mail.ON_REQUEST),
    /** amount, unit, reason. */
    PAYMENT_REJECTED,
    /** amount, unit, reason. To whoever reported the payment, and to those who own or live in the unit. */
    PAYMENT_REVERSED,
    /**
     * number, amount, unit. Its letter brings the receipt itself, and the feed tells of it to whom that goes; unless it has
     * told them of the approval, which leads to the same page.
     */
    RECEIPT_ISSUED(Mail.LETTER),
    /** vendor, amount. */
    QUOTE_RECEIVED,
    /** title. */
    SUPPORT_ANSWERED,
    /** plan, date. To those who choose the plan, three days before a trial ends. */
    SUBSCRIPTION_ENDING;

    private final Mail mail;

    NotificationType() {
        this(Mail.COPY);
    }

    NotificationType(Mail mail) {
        this.mail = mail;
    }

    /** Whether it comes by mail too, as long as its reader hasn't said anything of it. */
    public boolean isMailed() {
        return mail != Mail.ON_REQUEST;
    }

    /** Whether what comes by mail is a copy of what the feed says; else whoever tells of it posts a letter. */
    boolean isCopied() {
        return mail != Mail.LETTER;
    }

    private enum Mail {
        COPY,
        ON_REQUEST,
        LETTER
    }
}
