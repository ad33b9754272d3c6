package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
import io.buildingos.notification.Notice;
import io.buildingos.notification.NotificationType;
import io.buildingos.notification.Subject;
import io.buildingos.seed.SeedStage.Member;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a month left in people's feeds. Most of it they have read, but nothing of today; nobody gets mail about it. */
final class SeedFeed {
    private static final Duration TODAY = Duration.ofDays(1);
    private static final int MINUTES_UNTIL_READ = 2 * 24 * 60;

    private final SeedRows rows;
    private final SeedStage stage;
    private final SeedDice dice;
    private final SeedMonth month;
    private final List<Line> lines = new ArrayList<>();

    SeedFeed(SeedRows rows, SeedStage stage, SeedDice dice, SeedMonth month) {
        this.rows = rows;
        this.stage = stage;
        this.dice = dice;
        this.month = month;
    }

    /** A line of somebody's feed; not read yet where that is null. */
    private record Line(
            UUID id, UUID user, NotificationType type, Subject subject, Notice notice, Instant at, Instant readAt) {}

    void tell(Member member, NotificationType type, Subject subject, Map<String, ?> words, Instant at) {
        UUID id = dice.id("notice", subject.id(), month.period(), lines.size());
        SplittableRandom random = dice.about("reading", id, month.period());
        Instant read = at.plus(Duration.ofMinutes(1 + random.nextInt(MINUTES_UNTIL_READ)));
        boolean unread = random.nextInt(8) == 0
                || read.isAfter(month.now())
                || at.isAfter(month.now().minus(TODAY));
        Notice notice = Notice.of(type, stage.locale(), words);
        lines.add(new Line(id, member.userId(), type, subject, notice, at, unread ? null : read));
    }

    void insert() throws SQLException {
        BulkInsert.<Line>into("notifications")
                .column("id", "uuid", Line::id)
                .column("version", "bigint", line -> 0L)
                .column("tenant_id", "uuid", line -> stage.tenantId())
                .column("user_id", "uuid", Line::user)
                .column("type", "text", line -> line.type().name())
                .column("subject_type", "text", line -> line.subject().type())
                .column("subject_id", "uuid", line -> line.subject().id())
                .column("title", "text", line -> line.notice().title())
                .column("body", "text", line -> line.notice().body())
                .column("created_at", "timestamptz", line -> Timestamp.from(line.at()))
                .column("read_at", "timestamptz", line -> line.readAt() == null ? null : Timestamp.from(line.readAt()))
                .execute(rows.connection(), lines);
    }
}
