package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.seed.SeedTicket.Comment;
import io.buildingos.seed.SeedTicket.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of one month's tickets. */
final class SeedTicketRows {
    private final SeedRows rows;
    private final SeedStage stage;
    private final SeedTexts texts;
    private final SeedDice dice;
    private final YearMonth period;

    SeedTicketRows(SeedRows rows, SeedStage stage, SeedDice dice, YearMonth period) {
        this.rows = rows;
        this.stage = stage;
        this.texts = new SeedTexts(stage.locale());
        this.dice = dice;
        this.period = period;
    }

    /** Numbered in the order in which they come. */
    void insert(List<SeedTicket> tickets) throws SQLException {
        long last = rows.first(
                        "insert into ticket_numbers (tenant_id, last_number) values (?, ?)"
                                + " on conflict (tenant_id) do update"
                                + " set last_number = ticket_numbers.last_number + excluded.last_number"
                                + " returning last_number",
                        row -> row.getLong(1),
                        stage.tenantId(),
                        (long) tickets.size())
                .orElseThrow();
        AtomicLong number = new AtomicLong(last - tickets.size());
        BulkInsert.<SeedTicket>into("tickets")
                .column("id", "uuid", SeedTicket::id)
                .column("version", "bigint", ticket -> 0L)
                .column("tenant_id", "uuid", ticket -> stage.tenantId())
                .column("number", "bigint", ticket -> number.incrementAndGet())
                .column("building_id", "uuid", SeedTicket::building)
                .column("unit_id", "uuid", SeedTicket::unit)
                .column("title", "text", ticket -> texts.of(ticket.story() + ".title"))
                .column("description", "text", ticket -> texts.of(ticket.story() + ".description"))
                .column("category", "text", SeedTicket::category)
                .column("priority", "text", SeedTicket::priority)
                .column("status", "text", SeedTicket::status)
                .column("created_by", "uuid", ticket -> ticket.opener().userId())
                .column(
                        "assignee_id",
                        "uuid",
                        ticket -> ticket.assignee() == null
                                ? null
                                : ticket.assignee().userId())
                .column("escalated_at", "timestamptz", ticket -> time(ticket.escalatedAt()))
                .column("first_answered_at", "timestamptz", ticket -> time(ticket.answeredAt()))
                .column("resolved_at", "timestamptz", ticket -> time(ticket.resolvedAt()))
                .column("closed_at", "timestamptz", ticket -> time(ticket.closedAt()))
                .column("created_at", "timestamptz", ticket -> time(ticket.createdAt()))
                .column("updated_at", "timestamptz", ticket -> time(ticket.updatedAt()))
                .column("language", "text", ticket -> texts.searchLanguage())
                .execute(connection(), tickets);
        events(tickets);
        comments(tickets);
    }

    private void events(List<SeedTicket> tickets) throws SQLException {
        List<Of<Event>> events = new ArrayList<>();
        for (SeedTicket ticket : tickets) {
            for (Event event : ticket.events()) {
                events.add(new Of<>(id("event", ticket, events.size()), ticket.id(), event));
            }
        }
        BulkInsert.<Of<Event>>into("ticket_events")
                .column("id", "uuid", Of::id)
                .column("tenant_id", "uuid", event -> stage.tenantId())
                .column("ticket_id", "uuid", Of::ticket)
                .column("occurred_at", "timestamptz", event -> time(event.what().at()))
                .column(
                        "actor_id",
                        "uuid",
                        event -> event.what().by() == null
                                ? null
                                : event.what().by().userId())
                .column("kind", "text", event -> event.what().kind())
                .column("from_value", "text", event -> event.what().from())
                .column("to_value", "text", event -> event.what().to())
                .execute(connection(), events);
    }

    private void comments(List<SeedTicket> tickets) throws SQLException {
        List<Of<Comment>> comments = new ArrayList<>();
        for (SeedTicket ticket : tickets) {
            for (Comment comment : ticket.comments()) {
                comments.add(new Of<>(id("comment", ticket, comments.size()), ticket.id(), comment));
            }
        }
        BulkInsert.<Of<Comment>>into("ticket_comments")
                .column("id", "uuid", Of::id)
                .column("tenant_id", "uuid", comment -> stage.tenantId())
                .column("ticket_id", "uuid", Of::ticket)
                .column("author_id", "uuid", comment -> comment.what().by().userId())
                .column("visibility", "text", comment -> comment.what().internal() ? "INTERNAL" : "PUBLIC")
                .column("body", "text", comment -> texts.of(comment.what().text()))
                .column(
                        "created_at",
                        "timestamptz",
                        comment -> time(comment.what().at()))
                .execute(connection(), comments);
    }

    private UUID id(String kind, SeedTicket ticket, int number) {
        return dice.id(kind, ticket.id(), period, number);
    }

    private Connection connection() {
        return rows.connection();
    }

    private static Timestamp time(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private record Of<T>(UUID id, UUID ticket, T what) {}
}
