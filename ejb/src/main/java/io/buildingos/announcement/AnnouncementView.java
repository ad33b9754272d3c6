package io.buildingos.announcement;

import io.buildingos.kernel.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An announcement as it is shown.
 *
 * @param targets empty to those who write no announcements
 * @param receivedAt when it was sent to the caller; null when it wasn't
 * @param readAt when the caller read it
 */
public record AnnouncementView(
        UUID id,
        long version,
        String title,
        String body,
        boolean byEmail,
        Announcement.Status status,
        Instant sendAt,
        Instant sentAt,
        UUID createdBy,
        Instant createdAt,
        Instant receivedAt,
        Instant readAt,
        List<Target> targets)
        implements Tagged {
    static final String SELECT = "new io.buildingos.announcement.AnnouncementView(a.id, a.version, a.title, a.body,"
            + " a.byEmail, a.status, a.sendAt, a.sentAt, a.createdBy, a.createdAt, r.createdAt, r.readAt)";
    static final String FROM = "Announcement a left join AnnouncementReceipt r on r.tenantId = a.tenantId"
            + " and r.announcementId = a.id and r.userId = :me";

    public AnnouncementView {
        targets = List.copyOf(targets);
    }

    /** As a list selects it; the targets of a page are read together. */
    public AnnouncementView(
            UUID id,
            long version,
            String title,
            String body,
            boolean byEmail,
            Announcement.Status status,
            Instant sendAt,
            Instant sentAt,
            UUID createdBy,
            Instant createdAt,
            Instant receivedAt,
            Instant readAt) {
        this(
                id,
                version,
                title,
                body,
                byEmail,
                status,
                sendAt,
                sentAt,
                createdBy,
                createdAt,
                receivedAt,
                readAt,
                List.of());
    }

    AnnouncementView with(List<Target> named) {
        return new AnnouncementView(
                id,
                version,
                title,
                body,
                byEmail,
                status,
                sendAt,
                sentAt,
                createdBy,
                createdAt,
                receivedAt,
                readAt,
                named);
    }

    /** What a merge patch is applied to. */
    public DescribeAnnouncement description() {
        return new DescribeAnnouncement(title, body, byEmail, targets);
    }
}
