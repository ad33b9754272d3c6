package io.buildingos.seed;

import io.buildingos.kernel.BulkInsert;
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
import java.util.Optional;
import java.util.UUID;

/**
 * What a demonstration tenant asks the platform: in every month something that was answered and is done with, and in the
 * current one also something that was answered and something that waits.
 */
final class SeedSupport {
    private static final Duration ANSWERED_AFTER = Duration.ofHours(5);
    private static final Duration CLOSED_AFTER = Duration.ofHours(26);

    private final SeedRows rows;
    private final SeedStage stage;
    private final SeedDice dice;
    private final SeedMonth month;
    private final SeedTexts texts;

    SeedSupport(SeedRows rows, SeedStage stage, SeedDice dice, SeedMonth month) {
        this.rows = rows;
        this.stage = stage;
        this.dice = dice;
        this.month = month;
        this.texts = new SeedTexts(stage.locale());
    }

    /** A question; answered and closed where that isn't null. */
    private record Question(UUID id, String text, Member by, Instant at, Instant answered, Instant closed) {
        String status() {
            return closed != null ? "CLOSED" : answered != null ? "ANSWERED" : "OPEN";
        }

        Instant updated() {
            return closed != null ? closed : answered != null ? answered : at;
        }
    }

    /** What somebody said on it, as the platform or as the tenant. */
    private record Message(UUID id, Question question, UUID author, boolean fromPlatform, String text, Instant at) {}

    int write(SeedFeed feed) throws SQLException {
        Optional<UUID> platform = rows.first(
                "select id from users where super_admin and disabled_at is null order by id limit 1", SeedRows::id);
        List<Question> questions = questions(platform.isPresent());
        if (rows.isThere(questions.stream().map(Question::id).toList(), "support_tickets")) {
            return 0;
        }
        insert(questions);
        List<Message> messages = new ArrayList<>();
        for (Question question : questions) {
            add(messages, question, question.by().userId(), false, ".question", question.at());
            if (question.answered() != null) {
                add(messages, question, platform.orElseThrow(), true, ".answer", question.answered());
                feed.tell(
                        question.by(),
                        NotificationType.SUPPORT_ANSWERED,
                        new Subject("support-ticket", question.id()),
                        Map.of("title", texts.of(question.text() + ".title")),
                        question.answered());
            }
            if (question.closed() != null) {
                add(messages, question, question.by().userId(), false, ".thanks", question.closed());
            }
        }
        say(messages);
        return questions.size();
    }

    /** @param answered whether there is anybody who would */
    private List<Question> questions(boolean answered) {
        Instant now = month.now();
        Instant early = month.at(6, 11, 20);
        List<Question> questions = new ArrayList<>();
        if (answered && !early.plus(CLOSED_AFTER).isAfter(now)) {
            questions.add(question(0, stage.owner(), early, early.plus(ANSWERED_AFTER), early.plus(CLOSED_AFTER)));
        }
        if (answered && month.isCurrent()) {
            Instant yesterday = now.minus(CLOSED_AFTER);
            questions.add(question(1, stage.admin(), yesterday, yesterday.plus(ANSWERED_AFTER), null));
        }
        if (month.isCurrent()) {
            questions.add(question(2, stage.owner(), now.minus(ANSWERED_AFTER), null, null));
        }
        return questions;
    }

    private Question question(int number, Member by, Instant at, Instant answered, Instant closed) {
        List<String> all = texts.all("support", "title");
        int first = dice.about("support", stage.tenantId(), month.period()).nextInt(all.size());
        UUID id = dice.id("support", stage.tenantId(), month.period(), number);
        return new Question(id, all.get((first + number) % all.size()), by, at, answered, closed);
    }

    private void insert(List<Question> questions) throws SQLException {
        BulkInsert.<Question>into("support_tickets")
                .column("id", "uuid", Question::id)
                .column("version", "bigint", question -> 0L)
                .column("tenant_id", "uuid", question -> stage.tenantId())
                .column("title", "text", question -> texts.of(question.text() + ".title"))
                .column("category", "text", question -> texts.of(question.text() + ".category"))
                .column("status", "text", Question::status)
                .column("opened_by", "uuid", question -> question.by().userId())
                .column("created_at", "timestamptz", question -> Timestamp.from(question.at()))
                .column("updated_at", "timestamptz", question -> Timestamp.from(question.updated()))
                .column(
                        "closed_at",
                        "timestamptz",
                        question -> question.closed() == null ? null : Timestamp.from(question.closed()))
                .execute(rows.connection(), questions);
    }

    private void add(
            List<Message> messages, Question question, UUID author, boolean fromPlatform, String text, Instant at) {
        UUID id = dice.id("message", question.id(), month.period(), messages.size());
        messages.add(new Message(id, question, author, fromPlatform, text, at));
    }

    private void say(List<Message> messages) throws SQLException {
        BulkInsert.<Message>into("support_messages")
                .column("id", "uuid", Message::id)
                .column("tenant_id", "uuid", message -> stage.tenantId())
                .column("ticket_id", "uuid", message -> message.question().id())
                .column("author_id", "uuid", Message::author)
                .column("from_platform", "boolean", Message::fromPlatform)
                .column("body", "text", message -> texts.of(message.question().text() + message.text()))
                .column("created_at", "timestamptz", message -> Timestamp.from(message.at()))
                .execute(rows.connection(), messages);
    }
}
