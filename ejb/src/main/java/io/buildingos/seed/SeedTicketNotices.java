package io.buildingos.seed;

import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Subject;
import io.buildingos.seed.SeedStage.Member;
import io.buildingos.seed.SeedTicket.Comment;
import io.buildingos.seed.SeedTicket.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the course of a month's tickets concerned, each time: as the tickets themselves tell it; nobody of their own doing. */
final class SeedTicketNotices {
    private final SeedRows rows;
    private final SeedStage stage;
    private final SeedFeed feed;
    private final SeedTexts texts;

    SeedTicketNotices(SeedRows rows, SeedStage stage, SeedFeed feed) {
        this.rows = rows;
        this.stage = stage;
        this.feed = feed;
        this.texts = new SeedTexts(stage.locale());
    }

    void tell(List<SeedTicket> tickets) throws SQLException {
        Map<UUID, String> places = places(tickets);
        for (SeedTicket ticket : tickets) {
            String place = places.get(ticket.unit() == null ? ticket.building() : ticket.unit());
            ticket.events().forEach(event -> tell(ticket, event, place));
            ticket.comments().forEach(comment -> tell(ticket, comment));
        }
    }

    private void tell(SeedTicket ticket, Event event, String place) {
        switch (event.kind()) {
            // The owner doesn't want to hear of it: see the wishes.
            case "OPENED" ->
                tell(
                        List.of(stage.admin(), stage.operator()),
                        NotificationType.TICKET_OPENED,
                        ticket,
                        event.by(),
                        Map.of("place", place),
                        event.at());
            case "ASSIGNEE" ->
                tell(
                        List.of(ticket.assignee()),
                        NotificationType.TICKET_ASSIGNED,
                        ticket,
                        event.by(),
                        Map.of(),
                        event.at());
            case "STATUS" ->
                tell(
                        List.of(ticket.opener()),
                        NotificationType.TICKET_MOVED,
                        ticket,
                        event.by(),
                        Map.of("status", event.to()),
                        event.at());
            default ->
                tell(
                        List.of(stage.owner(), stage.admin()),
                        NotificationType.TICKET_ESCALATED,
                        ticket,
                        null,
                        Map.of("hours", Long.toString(SeedTicket.ESCALATES_AFTER.toHours())),
                        event.at());
        }
    }

    private void tell(SeedTicket ticket, Comment comment) {
        tell(
                Stream.of(comment.internal() ? null : ticket.opener(), ticket.assignee())
                        .filter(Objects::nonNull)
                        .toList(),
                NotificationType.TICKET_COMMENTED,
                ticket,
                comment.by(),
                Map.of("comment", texts.of(comment.text())),
                comment.at());
    }

    private void tell(
            List<Member> members,
            NotificationType type,
            SeedTicket ticket,
            Member by,
            Map<String, String> more,
            Instant at) {
        Map<String, String> words = new HashMap<>(more);
        words.put("title", texts.of(ticket.story() + ".title"));
        if (by != null) {
            words.put("by", by.name());
        }
        Set<Member> others = new LinkedHashSet<>(members);
        others.remove(by);
        others.forEach(member -> feed.tell(member, type, new Subject("ticket", ticket.id()), words, at));
    }

    /** By unit, and by building. */
    private Map<UUID, String> places(List<SeedTicket> tickets) throws SQLException {
        Map<UUID, String> places = new HashMap<>();
        Set<UUID> buildings = tickets.stream().map(SeedTicket::building).collect(Collectors.toSet());
        rows.list(
                "select id, name from buildings where id = any (?) union all select u.id, b.name || ', ' || u.code"
                        + " from units u join buildings b on b.tenant_id = u.tenant_id and b.id = u.building_id"
                        + " where b.id = any (?)",
                row -> places.put(SeedRows.id(row), row.getString(2)),
                buildings,
                buildings);
        return places;
    }
}
