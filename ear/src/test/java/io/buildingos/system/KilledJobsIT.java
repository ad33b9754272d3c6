package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.backup.Archive;
import io.buildingos.verification.Check;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed in each step of a backup and of a verification: what ran is FAILED with the reason, nothing looks like
 * a backup that isn't one, nothing older is gone, and both go on elsewhere.
 */
@ServerTest
class KilledJobsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CAUSE = "The server other ended while this ran.";
    /** Writing the dump, as one file and as several, reading it back, the inventory of the documents, the manifest. */
    private static final List<Step> STEPS = List.of(
            new Step(1, "(PUT|POST) \\S*dump\\.pgc"),
            new Step(2, "(PUT|POST) \\S*rows-2\\.pgc"),
            new Step(1, "GET \\S*dump\\.pgc"),
            new Step(2, "(PUT|POST) \\S*documents\\.jsonl\\.gz"),
            new Step(2, "PUT \\S*manifest\\.json"));

    /** @param request of the backup to its store, at which the server dies */
    private record Step(int workers, String request) {
        String parameters() {
            return "{\"parameters\":{\"workers\":\"%d\"}}".formatted(workers);
        }
    }

    private static final int LAST_CHECK_KEPT = 7;
    private static final String HOLD_RESULT = "create trigger hold_jobs before insert on verification_results"
            + " for each row when (new.position = " + (LAST_CHECK_KEPT + 1) + ") execute function hold_job()";
    private static final String HOLD_END = "create trigger hold_jobs before update on verification_runs"
            + " for each row when (new.ended_at is not null) execute function hold_job()";
    private static final String FAIL = "create function fail_job() returns trigger language plpgsql as"
            + " 'begin raise exception ''not kept''; end'";
    private static final String FAIL_RESULT = "create trigger fail_jobs before insert on verification_results"
            + " for each row when (new.position = %d) execute function fail_job()";
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where application_name = 'buildingos/other' and wait_event_type = 'Lock'";

    @TempDir
    private Path folder;

    @Test
    void leavesNoBackupThatIsNoneAndGoesOn(TestStack stack) throws Exception {
        Actor here = Company.superAdmin(stack);
        stack.runJob("backup");
        List<String> before = complete(here);
        String backup = null;
        String verification = null;
        try (HoldingStore store = new HoldingStore(stack)) {
            for (Step step : STEPS) {
                store.hold(step.request());
                int turn = STEPS.indexOf(step);
                // Its name is that of the one before, which is known to be dead at once.
                try (OtherServer other = other(stack, "backup-" + turn, store);
                        Connection held = held(stack, turn)) {
                    assertGivenUp(here, backup, verification, before);
                    Actor there = new Actor(other.base(), here.userId(), here.token());
                    backup = begun(there, backup, "backup", step.parameters());
                    if (turn < 2) {
                        verification = begun(there, verification, "verify", "{}");
                        Eventually.until(PATIENCE, () -> Sql.one(stack, WAITING), "1"::equals);
                    }
                    store.awaitVictim();
                    other.kill();
                    held.rollback();
                } finally {
                    Sql.asOwner(stack, "drop function if exists hold_job() cascade");
                }
            }
        }
        // Nobody takes the name any more: the survivor notices.
        assertGivenUp(here, backup, verification, before);
        assertCompleted(here, here.restarted(backup));
        String verified = here.restarted(verification);
        assertCompleted(here, verified);
        here.get(verified).then().body("steps.find { it.name == 'verdict' }.status", equalTo("COMPLETED"));
        assertEquals(
                "24 24",
                Sql.one(
                        stack,
                        "select count(*) || ' ' || count(distinct position) from verification_results where run_id ="
                                + " (select id from verification_runs order by started_at desc limit 1)"));
        assertNewestIsGood(stack, here, before);
        assertCompleted(here, here.launched("restore-drill", "{}"));
    }

    /** The books can't be looked at, and nothing that is left asks for them. */
    @Test
    void aVerificationThatGoesOnLooksAtWhatIsLeftAlone(TestStack stack) throws Exception {
        Actor here = Company.superAdmin(stack);
        String failed;
        Sql.asOwner(stack, FAIL);
        try {
            Sql.asOwner(stack, FAIL_RESULT.formatted(check("ticket-numbers").position()));
            failed = here.launched("verify", "{}");
            Eventually.until(PATIENCE, () -> here.get(failed).path("status"), "FAILED"::equals);
        } finally {
            Sql.asOwner(stack, "drop function fail_job() cascade");
        }
        try (Connection books = Sql.held(stack, "lock table ledger_entries in access exclusive mode")) {
            assertCompleted(here, here.restarted(failed));
        }
    }

    @Test
    void saysThatTheStoreIsDown(TestStack stack) throws Exception {
        Actor here = Company.superAdmin(stack);
        Map<String, String> nowhere = Map.of("S3_ENDPOINT", "http://127.0.0.1:1");
        try (OtherServer other = new OtherServer(stack, folder, nowhere)) {
            new Actor(other.base(), here.userId(), here.token())
                    .get("/platform/backups")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAVAILABLE"));
        }
    }

    private OtherServer other(TestStack stack, String name, HoldingStore store) throws Exception {
        return new OtherServer(
                stack, Files.createDirectory(folder.resolve(name)), Map.of("S3_ENDPOINT", store.endpoint()));
    }

    /** In the first turn a verification waits in the middle of its checks, in the second at its end. */
    private static Connection held(TestStack stack, int turn) throws Exception {
        Sql.asOwner(
                stack,
                "create function hold_job() returns trigger language plpgsql as"
                        + " 'begin perform pg_advisory_xact_lock(4712); return new; end'");
        Sql.asOwner(stack, turn == 0 ? HOLD_RESULT : HOLD_END);
        return Sql.held(stack, "select pg_advisory_xact_lock(4712)");
    }

    private static Check check(String name) {
        return Check.all().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String begun(Actor actor, String before, String job, String parameters) {
        return before == null ? actor.launched(job, parameters) : actor.restarted(before, parameters);
    }

    private static void assertGivenUp(Actor actor, String backup, String verification, List<String> before) {
        for (String execution :
                Stream.of(backup, verification).filter(Objects::nonNull).toList()) {
            Eventually.until(PATIENCE, () -> actor.get(execution).path("status"), "FAILED"::equals);
            actor.get(execution).then().body("error.message", equalTo(CAUSE));
        }
        assertEquals(before, complete(actor));
    }

    private static void assertCompleted(Actor actor, String execution) {
        Eventually.until(
                PATIENCE,
                () -> actor.get(execution).path("status"),
                List.of("COMPLETED", "FAILED", "STOPPED")::contains);
        actor.get(execution).then().body("status", equalTo("COMPLETED"));
    }

    /** Whatever the console would show as a backup, oldest first. */
    private static List<String> complete(Actor actor) {
        Response list = actor.get("/platform/backups");
        list.then().statusCode(200);
        List<String> ids = new ArrayList<>(list.path("items.findAll { it.state != 'UNFINISHED' }.id"));
        ids.sort(null);
        return ids;
    }

    private void assertNewestIsGood(TestStack stack, Actor actor, List<String> before) throws Exception {
        List<String> after = complete(actor);
        assertEquals(before.size() + 1, after.size());
        assertTrue(after.containsAll(before));
        String jar = Servers.ROOT.resolve("migrations/target/buildingos.jar").toString();
        Servers.Outcome verified =
                Servers.run(folder, stack.settings(), List.of("java", "-jar", jar, "backup", "verify", Archive.LATEST));
        assertEquals(0, verified.status(), verified.output());
    }
}
