package io.buildingos.notification;

import java.time.Instant;

/**
 * A line of the delivery log.
 *
 * @param providerId what the provider calls the mail, once it has taken it
 */
public record MailAttemptView(Instant at, MailAttempt.Outcome outcome, String providerId, String detail) {}
