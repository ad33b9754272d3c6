package io.buildingos.ticket;

import java.time.Instant;
import java.util.UUID;

/** A comment as it is shown. */
public record TicketCommentView(
        UUID id,
        UUID authorId,
        String authorName,
        TicketComment.Visibility visibility,
        String body,
        Instant createdAt) {}
