package io.buildingos.notification;

/** The mails there are; each has a text in every language of {@link MailTexts}. */
public enum MailTemplate {
    EMAIL_VERIFICATION,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    INVITATION,
    ANNOUNCEMENT,
    RECEIPT,
    /** To the platform's people: a tenant asks. */
    SUPPORT_REQUESTED,
    /** A copy of what stands in somebody's feed. */
    NOTIFICATION
}
