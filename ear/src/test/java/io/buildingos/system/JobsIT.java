package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs as the super admin's console sees them. */
@SystemTest
class JobsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void describesEveryJobWithHowItFares(TestStack stack) throws Exception {
        stack.runJob("seed");
        Actor platform = Company.superAdmin(stack);
        platform.get("/platform/jobs").then().statusCode(200).body("items.name", hasItem("seed"));
        platform.get("/platform/jobs/seed")
                .then()
                .statusCode(200)
                .body("parameters.name", contains("profile", "tenants", "buildings", "units", "months", "seed"))
                .body("parameters.find { it.name == 'units' }.defaultValue", equalTo("12"))
                .body("lastExecution.status", equalTo("COMPLETED"), "averageSeconds", greaterThan(0f))
                .body("overlaps", equalTo(false), "launchable", equalTo(true));
        platform.get("/platform/jobs/nothing").then().statusCode(404);
    }

    @Test
    void tellsWhichServersLiveAndHowBusyTheyAre(TestStack stack) throws Exception {
        Company.superAdmin(stack)
                .get("/platform/nodes")
                .then()
                .statusCode(200)
                .body("items.findAll { it.answering }.alive", contains(true))
                .body("items.find { it.answering }.connections", greaterThan(0))
                .body("items.find { it.answering }.busy", greaterThan(0));
    }

    @Test
    void findsExecutionsByWhatIsKnownOfThem(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String who = platform.userId() + "@example.com";
        String id = run(stack, platform, "{\"parameters\":{\"months\":\"7\"}}");
        String list = "/platform/executions?limit=1&";
        for (String filter : List.of(
                "job=seed",
                "status=COMPLETED",
                "launchedBy=" + who,
                "parameter=months=7",
                "from=" + Instant.EPOCH,
                "to=" + Instant.now().plusSeconds(60))) {
            platform.get(list + filter).then().statusCode(200).body("items.id", hasItem(Integer.valueOf(id)));
        }
        for (String filter : List.of(
                "job=backup",
                "status=ABANDONED",
                "launchedBy=Nobody",
                "parameter=months=8",
                "from=" + Instant.now().plusSeconds(60),
                "to=" + Instant.EPOCH)) {
            platform.get(list + filter).then().statusCode(200).body("items.id", not(hasItem(Integer.valueOf(id))));
        }
        for (String filter : List.of("from=yesterday", "parameter=months", "colour=red", "sort=id")) {
            platform.get(list + filter).then().statusCode(400);
        }
        platform.get("/platform/executions?limit=1").then().body("next", notNullValue());
    }

    /** One that is stopped before its first line leaves its run as open as this. */
    @Test
    void launchesAtOnceAfterAnExecutionThatCouldNotTellItsEnd(TestStack stack) throws Exception {
        stack.awaitIdle("verify");
        Actor platform = Company.superAdmin(stack);
        Response launched = platform.post("/platform/jobs/verify/executions", "{}");
        launched.then().statusCode(202);
        stack.awaitIdle("verify");
        Sql.change(
                stack,
                "update job_runs set ended_at = null where execution_id = ?",
                launched.<Integer>path("id").longValue());
        platform.post("/platform/jobs/verify/executions", "{}").then().statusCode(202);
        stack.awaitIdle("verify");
    }

    @Test
    void keepsWhatAnExecutionSaid(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String log = "/platform/executions/" + run(stack, platform, "{}") + "/log";
        platform.get(log)
                .then()
                .statusCode(200)
                .body("items.level", everyItem(equalTo("INFO")), "items[-1].text", equalTo("Ended COMPLETED"));
        String next = platform.get(log + "?limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        platform.get(log + "?limit=1&cursor=" + next).then().body("items[0].text", equalTo("Ended COMPLETED"));
        platform.get("/platform/executions/999999999/log").then().statusCode(404);
    }

    @Test
    void refusesIllegalActsWithTheReason(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String execution = "/platform/executions/" + run(stack, platform, "{}");
        for (String act : List.of("stop", "restart", "abandon")) {
            String detail = platform.post(execution + "/" + act, "{}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ILLEGAL_STATE_CHANGE"))
                    .extract()
                    .path("detail");
            assertTrue(detail.startsWith("The execution is COMPLETED: only"), detail);
        }
    }

    @Test
    void goesOnWhereItWasStopped(TestStack stack) throws Exception {
        stack.awaitIdle("verify");
        Actor platform = Company.superAdmin(stack);
        String stopped = stoppedAtItsFirstCheck(stack, platform);
        Eventually.until(PATIENCE, () -> platform.get(stopped).path("status"), "STOPPED"::equals);
        String next = platform.restarted(stopped);
        Eventually.until(PATIENCE, () -> platform.get(next).path("endedAt"), Objects::nonNull);
        platform.get(next).then().body("status", equalTo("COMPLETED"));
    }

    private static String stoppedAtItsFirstCheck(TestStack stack, Actor platform) throws Exception {
        try (Connection held = Sql.held(stack, "lock table verification_results in share mode")) {
            String execution = platform.launched("verify", "{}");
            platform.post(execution + "/stop").then().statusCode(202);
            return execution;
        }
    }

    @Test
    void tellsEverybodyWhoWatchesUntilItEnds(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String id = launch(stack, platform, "{\"parameters\":{\"months\":\"9\"}}");
        Callable<List<EventStream.Event>> watching = () -> EventStream.of(stack, platform, id, null);
        for (List<EventStream.Event> seen : AtOnce.all(List.of(watching, watching, watching))) {
            EventStream.Event last = seen.get(seen.size() - 1);
            assertEquals("execution", last.name());
            assertTrue(last.data().contains("\"status\":\"COMPLETED\""), last::data);
            assertEquals(List.of("Started", "Ended"), firstWords(seen));
        }
    }

    @Test
    void goesOnWhereAWatchersConnectionBroke(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String id = run(stack, platform, "{}");
        List<EventStream.Event> all = EventStream.of(stack, platform, id, null);
        EventStream.Event first = all.get(0);
        assertEquals("log", first.name());
        List<EventStream.Event> rest = EventStream.of(stack, platform, id, first.id());
        assertEquals(List.of("Ended"), firstWords(rest));
        String end = rest.get(rest.size() - 1).id();
        assertEquals(List.of(), EventStream.of(stack, platform, id, end));
        // Nothing is said, but the answer has begun before it could end.
        assertTrue(EventStream.lines(stack, platform, id, end).contains(": "));
        assertEquals(all.size(), EventStream.of(stack, platform, id, "nonsense").size());
    }

    @Test
    void showsEventsToTheSuperAdminAlone(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String events = "/platform/executions/" + run(stack, platform, "{}") + "/events";
        Company.on(stack, "PRO").owner().get(events).then().statusCode(403);
        Visitor.stranger(stack).get(events).then().statusCode(401);
        platform.get("/platform/executions/999999999/events")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void schedulesAndTellsTheAudit(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String schedule = "/platform/schedules/seed";
        platform.put(
                        schedule,
                        version(platform),
                        "{\"cron\":\"0 4 * * *\",\"zone\":\"Europe/Madrid\",\"enabled\":true}")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true), "nextAt", notNullValue(), "changedBy", notNullValue());
        platform.put(
                        schedule,
                        version(platform),
                        "{\"cron\":\"0 4 * * *\",\"zone\":\"Europe/Madrid\",\"enabled\":false}")
                .then()
                .statusCode(200)
                .body("nextAt", nullValue());
        platform.get(schedule).then().body("cron", equalTo("0 4 * * *"), "enabled", equalTo(false));
        platform.get("/platform/schedules").then().body("items.job", hasItem("seed"));
        platform.put(schedule, version(platform), "{\"cron\":\"every day\",\"zone\":\"UTC\",\"enabled\":true}")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("cron"));
        platform.put(schedule, version(platform), "{\"cron\":\"0 4 * * *\",\"zone\":\"Moon\",\"enabled\":true}")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("zone"));
        platform.get("/platform/schedules/nothing").then().statusCode(404);
        assertEquals(
                "2",
                Sql.one(
                        stack,
                        "select count(*) from audit_entries where action = 'job.scheduled' and actor_id = ?",
                        platform.userId()));
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String schedule = "/platform/schedules/retention";
        String daily = "{\"cron\":\"0 3 * * *\",\"zone\":\"UTC\",\"enabled\":true}";
        platform.put(schedule, daily).then().statusCode(428);
        int version = platform.get(schedule).path("version");
        assertTag(platform.get(schedule), version);
        List<Integer> statuses = Actor.atOnce(4, number -> platform.put(schedule, version, daily)).stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(200, 412, 412, 412), statuses);
        assertTag(platform.get(schedule), version + 1);
    }

    private static void assertTag(Response schedule, int version) {
        String tag = schedule.header("ETag");
        assertTrue(tag.startsWith("\"" + version + "-"), tag);
    }

    private static int version(Actor platform) {
        return platform.get("/platform/schedules/seed").path("version");
    }

    private static List<String> firstWords(List<EventStream.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("log"))
                .flatMap(event -> Stream.of("Started", "Ended")
                        .filter(word -> event.data().contains("\"" + word)))
                .toList();
    }

    private static String launch(TestStack stack, Actor platform, String body) {
        stack.awaitIdle("seed");
        return platform.post("/platform/jobs/seed/executions", body)
                .then()
                .statusCode(202)
                .extract()
                .path("id")
                .toString();
    }

    private static String run(TestStack stack, Actor platform, String body) {
        String id = launch(stack, platform, body);
        Eventually.until(
                PATIENCE, () -> platform.get("/platform/executions/" + id).path("status"), "COMPLETED"::equals);
        return id;
    }
}
