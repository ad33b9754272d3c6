package io.buildingos.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the feed.
 *
 * @param subjectType what it is about, as {@code ticket}
 * @param readAt null: not yet
 */
public record NotificationView(
        UUID id,
        NotificationType type,
        String subjectType,
        UUID subjectId,
        String title,
        String body,
        Instant createdAt,
        Instant readAt) {}
