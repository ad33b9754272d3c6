package io.buildingos.seed;

import io.buildingos.audit.AuditLog;
import io.buildingos.seed.SeedStage.Member;
import io.buildingos.seed.SeedTicket.Matter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.hibernate.Session;

/**
 * A demonstration tenant's month of work: tickets, who is called for them and what that costs, what is announced,
 * what the platform is asked, and what of all this is in people's feeds.
 */
@ApplicationScoped
class SeedWork {
    private static final int UNITS_A_TICKET = 5;
    private static final int MOST_TICKETS = 200;
    private static final int UNITS_KNOWN = 500;
    private static final Duration ALARMED_SINCE = Duration.ofHours(3);
    private static final List<String> PRIORITIES =
            List.of("LOW", "LOW", "MEDIUM", "MEDIUM", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "URGENT");

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private SeedAnnouncements announcements;

    @Inject
    private AuditLog auditLog;

    @Inject
    private Clock clock;

    /** A unit and its building. */
    private record Place(UUID building, UUID unit) {}

    int write(SeedPlan plan, SeedStage stage, int number) {
        Instant now = clock.instant();
        SeedMonth month = SeedMonth.of(number, plan.parameters().months(), stage.zone(), now);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            SeedRows rows = new SeedRows(connection);
            List<Place> places = places(rows, stage);
            if (places.isEmpty()) {
                return 0;
            }
            SeedFeed feed = new SeedFeed(rows, stage, plan.dice(), month);
            int tickets = tickets(rows, plan, stage, month, places, feed);
            int announced = announcements.write(rows, plan.dice(), stage, month);
            int asked = new SeedSupport(rows, stage, plan.dice(), month).write(feed);
            feed.insert();
            int written = tickets + announced + asked;
            if (written > 0) {
                auditLog.happened(
                        "month.seeded",
                        "tenant",
                        stage.tenantId(),
                        Map.of(
                                "month", month.period().toString(),
                                "tickets", tickets,
                                "announcements", announced,
                                "supportTickets", asked));
            }
            return written;
        });
    }

    private static List<Place> places(SeedRows rows, SeedStage stage) throws SQLException {
        return rows.list(
                "select building_id, id from units where tenant_id = ? and building_id = any (?) and archived_at is null"
                        + " order by id limit ?",
                row -> new Place(SeedRows.id(row), row.getObject(2, UUID.class)),
                stage.tenantId(),
                stage.buildings().values(),
                UNITS_KNOWN);
    }

    private static int tickets(
            SeedRows rows, SeedPlan plan, SeedStage stage, SeedMonth month, List<Place> places, SeedFeed feed)
            throws SQLException {
        SeedDice dice = plan.dice();
        int count = 2 + Math.min(MOST_TICKETS, plan.parameters().unitsOfTenant() / UNITS_A_TICKET);
        List<SeedTicket> tickets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            tickets.add(ticket(dice, stage, month, places, number));
        }
        if (rows.isThere(tickets.stream().map(SeedTicket::id).toList(), "tickets")) {
            return 0;
        }
        tickets.sort(Comparator.comparing(SeedTicket::createdAt).thenComparing(SeedTicket::id));
        new SeedTicketRows(rows, stage, dice, month.period()).insert(tickets);
        new SeedOrders(rows, stage, dice, month).insert(tickets);
        attachPhoto(rows, stage, dice, month, tickets);
        new SeedTicketNotices(rows, stage, feed).tell(tickets);
        return tickets.size();
    }

    private static SeedTicket ticket(SeedDice dice, SeedStage stage, SeedMonth month, List<Place> places, int number) {
        UUID id = dice.id("ticket", stage.tenantId(), month.period(), number);
        SplittableRandom random = dice.about("ticket", id, month.period());
        SeedTexts texts = new SeedTexts(stage.locale());
        List<String> stories = texts.all("ticket", "title");
        String story = stories.get(random.nextInt(stories.size()));
        // Every month the demonstration resident has a wish, and in the current one something presses that nobody has
        // taken.
        boolean resident = number == 0 && stage.residentUnit() != null;
        boolean alarm = number == 1 && month.isCurrent();
        Place place = places.get(random.nextInt(places.size()));
        if (resident) {
            place = places.stream()
                    .filter(one -> one.unit().equals(stage.residentUnit()))
                    .findFirst()
                    .orElse(place);
        }
        Member opener = resident ? stage.resident() : random.nextInt(3) == 0 ? stage.admin() : stage.operator();
        Member assignee = random.nextInt(4) == 0 ? stage.admin() : stage.operator();
        String priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        boolean shared = !resident && random.nextInt(3) == 0;
        int day = day(month, random, number % 2 == 0);
        Matter matter = new Matter(
                id,
                place.building(),
                shared ? null : place.unit(),
                alarm ? "ticket.alarm" : story,
                alarm ? "SAFETY" : texts.of(story + ".category"),
                alarm ? "URGENT" : resident ? "MEDIUM" : priority,
                opener,
                alarm ? null : assignee,
                alarm ? month.now().minus(ALARMED_SINCE) : month.at(day, 8 + random.nextInt(11), random.nextInt(60)));
        return SeedTicket.played(matter, stage.admin(), random, month.now());
    }

    /** In the current month half of them are of these days, or nothing would be left to do. */
    private static int day(SeedMonth month, SplittableRandom random, boolean lately) {
        if (!month.isCurrent()) {
            return 1 + random.nextInt(28);
        }
        int today = month.today().getDayOfMonth();
        return lately ? Math.max(1, today - random.nextInt(4)) : 1 + random.nextInt(today);
    }

    private static void attachPhoto(
            SeedRows rows, SeedStage stage, SeedDice dice, SeedMonth month, List<SeedTicket> tickets)
            throws SQLException {
        UUID photo = SeedDocuments.photoId(dice, stage);
        for (SeedTicket ticket : tickets) {
            if (month.isCurrent() && ticket.opener().equals(stage.resident()) && ticket.unit() != null) {
                rows.change(
                        "insert into ticket_attachments (id, tenant_id, ticket_id, document_id, attached_by, created_at)"
                                + " select ?, tenant_id, ?, id, ?, ? from documents where id = ?"
                                + " on conflict do nothing",
                        dice.id("attachment", ticket.id(), month.period(), 0),
                        ticket.id(),
                        ticket.opener().userId(),
                        ticket.createdAt(),
                        photo);
            }
        }
    }
}
