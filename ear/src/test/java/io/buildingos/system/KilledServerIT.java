package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node dies in the middle of requests that carry an Idempotency-Key; another one gets their repetitions. */
@ServerTest
class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BODY = "{\"name\":\"Tower\",\"address\":\"1 Main Street\"}";
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where application_name = 'buildingos/other' and wait_event_type = 'Lock'";
    private static final String HOLD_ANSWER = "create function hold_answer() returns trigger language plpgsql as"
            + " 'begin perform pg_advisory_xact_lock(4711); return new; end'";
    private static final String AGE =
            "update idempotency_keys set created_at = created_at - interval '6 minutes' where key = ?";

    @Test
    void aKeyNeverActsTwiceAndIsNeverLost(TestStack stack, @TempDir Path folder) throws Exception {
        Company unfinished = Company.on(stack, "PRO");
        Company unanswered = Company.on(stack, "PRO");
        Actor first = unfinished.owner();
        Actor second = unanswered.owner();
        String firstKey = UUID.randomUUID().toString();
        String secondKey = UUID.randomUUID().toString();
        try (OtherServer other = new OtherServer(stack, folder, Map.of());
                Connection subscription = Sql.held(
                        stack,
                        "select from subscriptions where tenant_id = '%s' for update".formatted(unfinished.id()));
                Connection answer = Sql.held(stack, "select pg_advisory_xact_lock(4711)")) {
            Sql.asOwner(stack, HOLD_ANSWER);
            Sql.asOwner(
                    stack,
                    "create trigger hold_answers before update on idempotency_keys for each row when"
                            + " (new.completed_at is not null and new.key = '" + secondKey
                            + "') execute function hold_answer()");
            // The first waits before its work is committed, the second after: only its answer isn't stored yet.
            var unused = CompletableFuture.supplyAsync(() -> create(other.base(), first, firstKey));
            var unusedToo = CompletableFuture.supplyAsync(() -> create(other.base(), second, secondKey));
            Eventually.until(PATIENCE, () -> Sql.one(stack, WAITING), "2"::equals);
            other.kill();
            subscription.rollback();
            answer.rollback();
        } finally {
            Sql.asOwner(stack, "drop function if exists hold_answer() cascade");
        }
        Eventually.until(PATIENCE, () -> Sql.one(stack, WAITING), "0"::equals);
        assertEquals("0", buildingsOf(stack, unfinished));
        assertEquals("1", buildingsOf(stack, unanswered));

        for (String key : new String[] {firstKey, secondKey}) {
            Actor owner = key.equals(firstKey) ? first : second;
            expect(409, "IDEMPOTENCY_REQUEST_RUNNING", create(stack.base(), owner, key));
            // Nothing of the dead request can come any more once the longest transaction is over.
            Sql.change(stack, AGE, key);
        }
        assertEquals(201, create(stack.base(), first, firstKey).statusCode());
        HttpResponse<String> replay = create(stack.base(), first, firstKey);
        assertEquals("true", replay.headers().firstValue("Idempotency-Replayed").orElse(""));
        expect(409, "IDEMPOTENCY_ANSWER_LOST", create(stack.base(), second, secondKey));
        assertEquals("1", buildingsOf(stack, unfinished));
        assertEquals("1", buildingsOf(stack, unanswered));
    }

    private static HttpResponse<String> create(URI base, Actor owner, String key) {
        return Http.send(
                "POST",
                base.resolve("/api/v1/buildings"),
                owner.token(),
                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                BODY);
    }

    private static void expect(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains(code), answer::body);
    }

    private static String buildingsOf(TestStack stack, Company company) {
        return Sql.one(stack, "select count(*) from buildings where tenant_id = ?", company.id());
    }
}
