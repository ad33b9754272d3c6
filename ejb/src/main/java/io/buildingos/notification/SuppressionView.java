package io.buildingos.notification;

import java.time.Instant;
import java.util.UUID;

/** An address that gets no mail, as the platform sees it. */
public record SuppressionView(
        UUID id, String address, MailSuppression.Reason reason, String detail, Instant createdAt) {}
