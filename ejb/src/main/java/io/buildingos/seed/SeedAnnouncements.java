package io.buildingos.seed;

import io.buildingos.announcement.Recipients;
import io.buildingos.kernel.BulkInsert;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Notifications;
import io.buildingos.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a demonstration tenant announces in a month, who has read it, and what its people want to hear of by mail. */
@ApplicationScoped
class SeedAnnouncements {
    private static final Duration SOON = Duration.ofDays(7);

    /** Most have read it within three days; which of them, the ids say. */
    private static final String READ = "update announcement_receipts set read_at = least(?, created_at"
            + " + make_interval(hours => get_byte(sha256(convert_to(user_id::text || announcement_id, 'UTF8')), 0) % 72 + 1))"
            + " where tenant_id = ? and announcement_id = ? and user_id is not null"
            + " and get_byte(sha256(convert_to(user_id::text || announcement_id, 'UTF8')), 1) % 4 > 0";

    private static final String SEEN = "update notifications n set read_at = r.read_at from announcement_receipts r"
            + " where r.tenant_id = ? and r.announcement_id = ? and n.tenant_id = r.tenant_id"
            + " and n.user_id = r.user_id and n.subject_id = r.announcement_id";

    @Inject
    private Recipients recipients;

    @Inject
    private Notifications notifications;

    /** An announcement; to the whole tenant without a building. */
    private record Planned(
            UUID id, String text, UUID building, boolean byEmail, String status, Instant at, Instant createdAt) {
        boolean isSent() {
            return status.equals("SENT");
        }
    }

    /** How somebody wants to hear of something. */
    private record Wish(UUID id, UUID user, String type, boolean inApp, boolean email) {}

    int write(SeedRows rows, SeedDice dice, SeedStage stage, SeedMonth month) throws SQLException {
        wishes(rows, dice, stage);
        List<Planned> planned = planned(dice, stage, month);
        if (rows.isThere(planned.stream().map(Planned::id).toList(), "announcements")) {
            return 0;
        }
        insert(rows, dice, stage, month, planned);
        for (Planned announcement : planned) {
            if (announcement.isSent()) {
                recipients.freeze(
                        announcement.id(),
                        announcement.byEmail(),
                        java.time.LocalDate.ofInstant(announcement.at(), stage.zone()),
                        announcement.at());
                rows.change(READ, month.now(), stage.tenantId(), announcement.id());
                tell(rows, stage, announcement);
            }
        }
        return planned.size();
    }

    /** But for the writer; whoever has read the announcement has seen what their feed says of it. */
    private void tell(SeedRows rows, SeedStage stage, Planned announcement) throws SQLException {
        SeedTexts texts = new SeedTexts(stage.locale());
        List<UUID> others = rows.list(
                "select user_id from announcement_receipts where tenant_id = ? and announcement_id = ? and user_id <> ?",
                SeedRows::id,
                stage.tenantId(),
                announcement.id(),
                stage.admin().userId());
        notifications.announce(
                others,
                NotificationType.ANNOUNCEMENT,
                new Subject("announcement", announcement.id()),
                Map.of(
                        "title", texts.of(announcement.text() + ".title"),
                        "text", texts.of(announcement.text() + ".body")),
                announcement.at());
        rows.change(SEEN, stage.tenantId(), announcement.id());
    }

    private static List<Planned> planned(SeedDice dice, SeedStage stage, SeedMonth month) {
        List<String> texts = new SeedTexts(stage.locale()).all("announcement", "title");
        int first = dice.about("announcement", stage.tenantId(), month.period()).nextInt(texts.size());
        List<Planned> planned = new ArrayList<>();
        Instant early = month.at(3, 10, 0);
        Instant later = month.at(17, 12, 30);
        planned.add(new Planned(id(dice, stage, month, 0), texts.get(first), null, true, "SENT", early, early));
        if (month.hasReached(17)) {
            String text = texts.get((first + 1) % texts.size());
            UUID building = stage.buildings().get(0);
            planned.add(new Planned(id(dice, stage, month, 1), text, building, true, "SENT", later, later));
        }
        if (month.isCurrent()) {
            Instant next = month.now().plus(SOON).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
            planned.add(new Planned(
                    id(dice, stage, month, 2), "announcement.scheduled", null, false, "SCHEDULED", next, month.now()));
            planned.add(new Planned(
                    id(dice, stage, month, 3), "announcement.draft", null, true, "DRAFT", null, month.now()));
        }
        return planned;
    }

    private static UUID id(SeedDice dice, SeedStage stage, SeedMonth month, int number) {
        return dice.id("announcement", stage.tenantId(), month.period(), number);
    }

    private static void insert(SeedRows rows, SeedDice dice, SeedStage stage, SeedMonth month, List<Planned> planned)
            throws SQLException {
        SeedTexts texts = new SeedTexts(stage.locale());
        BulkInsert.<Planned>into("announcements")
                .column("id", "uuid", Planned::id)
                .column("version", "bigint", announcement -> 0L)
                .column("tenant_id", "uuid", announcement -> stage.tenantId())
                .column("title", "text", announcement -> texts.of(announcement.text() + ".title"))
                .column("body", "text", announcement -> texts.of(announcement.text() + ".body"))
                .column("by_email", "boolean", Planned::byEmail)
                .column("status", "text", Planned::status)
                .column(
                        "send_at",
                        "timestamptz",
                        announcement -> announcement.isSent() ? null : time(announcement.at()))
                .column(
                        "sent_at",
                        "timestamptz",
                        announcement -> announcement.isSent() ? time(announcement.at()) : null)
                .column("created_by", "uuid", announcement -> stage.admin().userId())
                .column("created_at", "timestamptz", announcement -> time(announcement.createdAt()))
                .execute(rows.connection(), planned);
        BulkInsert.<Planned>into("announcement_targets")
                .column("id", "uuid", announcement -> dice.id("target", announcement.id(), month.period(), 0))
                .column("tenant_id", "uuid", announcement -> stage.tenantId())
                .column("announcement_id", "uuid", Planned::id)
                .column("kind", "text", announcement -> announcement.building() == null ? "TENANT" : "BUILDING")
                .column("building_id", "uuid", Planned::building)
                .execute(rows.connection(), planned);
    }

    /** Once for ever: what somebody wants afterwards is theirs to say. */
    private static void wishes(SeedRows rows, SeedDice dice, SeedStage stage) throws SQLException {
        List<Wish> wishes = List.of(
                wish(dice, stage, stage.resident(), "ANNOUNCEMENT", true, false),
                wish(dice, stage, stage.operator(), "TICKET_COMMENTED", true, false),
                wish(dice, stage, stage.owner(), "TICKET_OPENED", false, false));
        BulkInsert.<Wish>into("notification_preferences")
                .column("id", "uuid", Wish::id)
                .column("version", "bigint", wish -> 0L)
                .column("tenant_id", "uuid", wish -> stage.tenantId())
                .column("user_id", "uuid", Wish::user)
                .column("type", "text", Wish::type)
                .column("in_app", "boolean", Wish::inApp)
                .column("email", "boolean", Wish::email)
                .unlessThere("tenant_id, user_id, type")
                .execute(rows.connection(), wishes);
    }

    private static Wish wish(
            SeedDice dice, SeedStage stage, SeedStage.Member member, String type, boolean inApp, boolean email) {
        UUID id = dice.id("wish " + type, stage.tenantId(), java.time.YearMonth.of(2026, 1), 0);
        return new Wish(id, member.userId(), type, inApp, email);
    }

    private static Timestamp time(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
