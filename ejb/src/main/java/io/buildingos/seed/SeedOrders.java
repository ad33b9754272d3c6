package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.kernel.NameKey;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is called for the tickets that want a craftsman, what they ask for it, and what they are ordered to do. */
final class SeedOrders {
    private static final long ARS_OF_AN_HOUR = 1_800_000;
    private static final long OTHERS_OF_AN_HOUR = 4_200;

    private final SeedRows rows;
    private final SeedStage stage;
    private final SeedDice dice;
    private final SeedMonth month;
    private final SeedTexts texts;

    SeedOrders(SeedRows rows, SeedStage stage, SeedDice dice, SeedMonth month) {
        this.rows = rows;
        this.stage = stage;
        this.dice = dice;
        this.month = month;
        this.texts = new SeedTexts(stage.locale());
    }

    /** A quote; its amount is null while it is asked for. */
    private record Quote(
            UUID id,
            UUID vendor,
            SeedTicket ticket,
            String status,
            Long amount,
            Instant at,
            Instant received,
            Instant decided,
            String reason) {}

    /** An order of an approved quote. */
    private record Order(UUID id, Quote quote, String status, Instant started, Instant ended, String reason) {}

    void insert(List<SeedTicket> tickets) throws SQLException {
        List<UUID> vendors = vendors();
        List<Quote> quotes = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (SeedTicket ticket : tickets) {
            boolean craft =
                    ticket.category().equals("REPAIR") || ticket.category().equals("MAINTENANCE");
            if (craft
                    && ticket.assignee() != null
                    && dice.about("quote", ticket.id(), month.period()).nextInt(3) > 0) {
                plan(ticket, vendors, quotes, orders);
            }
        }
        insertQuotes(quotes);
        insertOrders(orders);
    }

    /** Registered with the first month, with what they do in every building. */
    private List<UUID> vendors() throws SQLException {
        List<String> all = texts.all("vendor", "name");
        Instant at = month.at(1, 8, 0);
        BulkInsert.<String>into("vendors")
                .column("id", "uuid", vendor -> dice.id(vendor, stage.tenantId(), month.period(), 0))
                .column("version", "bigint", vendor -> 0L)
                .column("tenant_id", "uuid", vendor -> stage.tenantId())
                .column("name", "text", vendor -> texts.of(vendor + ".name"))
                .column("name_key", "text", vendor -> NameKey.of(texts.of(vendor + ".name")))
                .column("tax_id", "text", vendor -> texts.of(vendor + ".taxId"))
                .column("contact", "text", vendor -> texts.of(vendor + ".contact"))
                .column("email", "text", vendor -> vendor.replace('.', '-') + "@example.net")
                .column("created_at", "timestamptz", vendor -> Timestamp.from(at))
                .unlessThere("tenant_id, name_key")
                .execute(rows.connection(), all);
        Map<String, UUID> ids = new HashMap<>();
        rows.list(
                "select name_key, id from vendors where tenant_id = ?",
                row -> ids.put(row.getString(1), row.getObject(2, UUID.class)),
                stage.tenantId());
        List<UUID> vendors = new ArrayList<>();
        for (String vendor : all) {
            UUID id = ids.get(NameKey.of(texts.of(vendor + ".name")));
            vendors.add(id);
            serve(id, texts.of(vendor + ".service"));
        }
        return vendors;
    }

    private void serve(UUID vendor, String service) throws SQLException {
        BulkInsert.<UUID>into("vendor_services")
                .column("id", "uuid", building -> dice.id("service " + vendor, building, month.period(), 0))
                .column("tenant_id", "uuid", building -> stage.tenantId())
                .column("vendor_id", "uuid", building -> vendor)
                .column("building_id", "uuid", building -> building)
                .column("service", "text", building -> service)
                .column("service_key", "text", building -> NameKey.of(service))
                .unlessThere("tenant_id, vendor_id, building_id, service_key")
                .execute(rows.connection(), List.copyOf(stage.buildings().values()));
    }

    private void plan(SeedTicket ticket, List<UUID> vendors, List<Quote> quotes, List<Order> orders) {
        var random = dice.about("vendor", ticket.id(), month.period());
        int first = random.nextInt(vendors.size());
        long amount = hour() * (2 + random.nextInt(20));
        Instant asked = month.notLater(ticket.createdAt().plus(Duration.ofHours(3)));
        Instant received = month.notLater(asked.plus(Duration.ofHours(20)));
        boolean undecided = ticket.status().equals("IN_PROGRESS") && random.nextBoolean();
        if (ticket.status().equals("OPEN") || undecided) {
            boolean waits = random.nextBoolean();
            quotes.add(new Quote(
                    quoteId(ticket, 0),
                    vendors.get(first),
                    ticket,
                    waits ? "REQUESTED" : "RECEIVED",
                    waits ? null : amount,
                    asked,
                    waits ? null : received,
                    null,
                    null));
            return;
        }
        Instant decided = month.notLater(received.plus(Duration.ofHours(5)));
        Quote approved = new Quote(
                quoteId(ticket, 0), vendors.get(first), ticket, "APPROVED", amount, asked, received, decided, null);
        quotes.add(approved);
        if (random.nextInt(3) == 0) {
            quotes.add(new Quote(
                    quoteId(ticket, 1),
                    vendors.get((first + 1) % vendors.size()),
                    ticket,
                    "REJECTED",
                    amount * 13 / 10,
                    asked,
                    received,
                    decided,
                    texts.of("quote.rejected")));
        }
        orders.add(order(approved, random.nextInt(8) == 0));
    }

    private Order order(Quote quote, boolean canceled) {
        UUID id = dice.id("order", quote.ticket().id(), month.period(), 0);
        if (canceled) {
            return new Order(id, quote, "CANCELED", null, quote.decided(), texts.of("order.canceled"));
        }
        boolean done = quote.ticket().resolvedAt() != null;
        Instant ended = done ? latest(quote.decided(), quote.ticket().resolvedAt()) : null;
        return new Order(id, quote, done ? "DONE" : "IN_PROGRESS", quote.decided(), ended, null);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private long hour() {
        return stage.currency().equals("ARS") ? ARS_OF_AN_HOUR : OTHERS_OF_AN_HOUR;
    }

    private UUID quoteId(SeedTicket ticket, int number) {
        return dice.id("quote", ticket.id(), month.period(), number);
    }

    private void insertQuotes(List<Quote> quotes) throws SQLException {
        BulkInsert.<Quote>into("quotes")
                .column("id", "uuid", Quote::id)
                .column("version", "bigint", quote -> 0L)
                .column("tenant_id", "uuid", quote -> stage.tenantId())
                .column("building_id", "uuid", quote -> quote.ticket().building())
                .column("vendor_id", "uuid", Quote::vendor)
                .column("ticket_id", "uuid", quote -> quote.ticket().id())
                .column("description", "text", quote -> texts.of(quote.ticket().story() + ".title"))
                .column("status", "text", Quote::status)
                .column("amount_minor", "bigint", Quote::amount)
                .column("currency", "text", quote -> quote.amount() == null ? null : stage.currency())
                .column("requested_by", "uuid", quote -> stage.operator().userId())
                .column("created_at", "timestamptz", quote -> time(quote.at()))
                .column("received_at", "timestamptz", quote -> time(quote.received()))
                .column(
                        "decided_by",
                        "uuid",
                        quote -> quote.decided() == null ? null : stage.owner().userId())
                .column("decided_at", "timestamptz", quote -> time(quote.decided()))
                .column("reason", "text", Quote::reason)
                .execute(rows.connection(), quotes);
    }

    private void insertOrders(List<Order> orders) throws SQLException {
        BulkInsert.<Order>into("work_orders")
                .column("id", "uuid", Order::id)
                .column("version", "bigint", order -> 0L)
                .column("tenant_id", "uuid", order -> stage.tenantId())
                .column("building_id", "uuid", order -> order.quote().ticket().building())
                .column("vendor_id", "uuid", order -> order.quote().vendor())
                .column("ticket_id", "uuid", order -> order.quote().ticket().id())
                .column("quote_id", "uuid", order -> order.quote().id())
                .column(
                        "description",
                        "text",
                        order -> texts.of(order.quote().ticket().story() + ".title"))
                .column("status", "text", Order::status)
                .column("amount_minor", "bigint", order -> order.quote().amount())
                .column("currency", "text", order -> stage.currency())
                .column("opened_by", "uuid", order -> stage.operator().userId())
                .column("created_at", "timestamptz", order -> time(order.quote().decided()))
                .column("started_at", "timestamptz", order -> time(order.started()))
                .column("ended_at", "timestamptz", order -> time(order.ended()))
                .column("reason", "text", Order::reason)
                .execute(rows.connection(), orders);
    }

    private static Timestamp time(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
