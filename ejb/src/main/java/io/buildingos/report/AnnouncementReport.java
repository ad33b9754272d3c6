package io.buildingos.report;

import io.buildingos.announcement.ReachView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far announcements of a period got.
 *
 * @param newest a hundred at most
 */
public record AnnouncementReport(long sent, ReachView reach, List<Sent> newest) {
    /** One of them. */
    public record Sent(UUID id, String title, Instant sentAt, ReachView reach) {}
}
