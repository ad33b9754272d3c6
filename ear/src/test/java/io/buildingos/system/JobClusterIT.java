package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs on two servers over one database, until one of them is killed. One start of the second serves all; it dies last. Comes
 * after those who share its stack: what it leaves there makes a backup long.
 */
@ServerTest
@Order(Integer.MAX_VALUE - 4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobClusterIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FRESH_TENANTS = 4;
    private static final int UNITS = 6_000;
    private static final int ALL_UNITS = FRESH_TENANTS * 3 * UNITS;
    private static final String BIG =
            "{\"parameters\":{\"tenants\":\"6\",\"months\":\"0\",\"units\":\"" + UNITS + "\"}}";
    private static final String FRESH = " from units u join tenants t on t.id = u.tenant_id"
            + " where t.slug in ('tenant-c', 'tenant-d', 'tenant-e', 'tenant-f')";

    @TempDir
    static Path folder;

    private static OtherServer other;

    @BeforeAll
    static void startTheSecond(TestStack stack) throws Exception {
        other = new OtherServer(stack, folder, Map.of());
    }

    @AfterAll
    static void stopTheSecond() {
        other.close();
    }

    @Test
    @Order(1)
    void startsEachDueRunOnce(TestStack stack) throws Exception {
        stack.awaitIdle("seed");
        Actor here = Company.superAdmin(stack);
        String before = Sql.one(stack, "select count(*) from job_runs where job = 'seed' and door = 'SCHEDULE'");
        here.put(
                        "/platform/schedules/seed",
                        version(here),
                        "{\"cron\":\"*/2 * * * * *\",\"zone\":\"UTC\",\"enabled\":true}")
                .then()
                .statusCode(200);
        Eventually.until(
                PATIENCE,
                () -> Sql.one(
                        stack,
                        "select count(*) from job_runs where job = 'seed' and door = 'SCHEDULE'"
                                + " and ended_at is not null"),
                count -> Integer.parseInt(count) >= Integer.parseInt(before) + 4);
        here.put(
                        "/platform/schedules/seed",
                        version(here),
                        "{\"cron\":\"*/2 * * * * *\",\"zone\":\"UTC\",\"enabled\":false}")
                .then()
                .statusCode(200);
        stack.awaitIdle("seed");
        assertEquals(
                "0",
                Sql.one(
                        stack,
                        "select count(*) from job_runs r left join job_execution e on e.jobexecutionid = r.execution_id"
                                + " where r.job = 'seed' and r.door = 'SCHEDULE'"
                                + " and e.batchstatus is distinct from 'COMPLETED'"));
        assertEquals(
                "0",
                Sql.one(
                        stack,
                        "select count(*) - count(distinct due_at) from job_runs where job = 'seed' and door = 'SCHEDULE'"));
        here.get("/platform/executions?launchedBy=schedule").then().body("items.door", hasItem("SCHEDULE"));
    }

    @Test
    @Order(2)
    void startsWhatADeadNodeHadClaimed(TestStack stack) {
        stack.awaitIdle("seed");
        UUID run = UUID.randomUUID();
        Sql.change(
                stack,
                "insert into job_runs (id, job, door, launched_by, node, incarnation, exclusive, parameters, due_at,"
                        + " created_at) values (?, 'seed', 'SCHEDULE', 'schedule', 'ghost', gen_random_uuid(), true,"
                        + " '{\"tenants\":\"2\",\"buildings\":\"3\",\"units\":\"12\",\"months\":\"6\",\"seed\":\"1\"}',"
                        + " '2020-01-01', now())",
                run);
        Eventually.until(
                PATIENCE,
                () -> Sql.one(
                        stack,
                        "select e.batchstatus from job_runs r join job_execution e on e.jobexecutionid = r.execution_id"
                                + " where r.id = ?",
                        run),
                "COMPLETED"::equals);
    }

    @Test
    @Order(3)
    void goesOnAfterAStopAndAKillWithNoRowTwice(TestStack stack) throws Exception {
        stack.awaitIdle("seed");
        Actor here = Company.superAdmin(stack);
        Actor there = new Actor(other.base(), here.userId(), here.token());
        String first = onlyOneOf(Actor.atOnce(
                16, number -> (number % 2 == 0 ? here : there).post("/platform/jobs/seed/executions", BIG)));
        here.post(first + "/restart", "{}").then().statusCode(409).body("detail", startsWith("The execution is "));
        here.post(first + "/abandon").then().statusCode(409);
        awaitUnits(stack, here, first, 1);
        here.post(first + "/stop").then().statusCode(202);
        Eventually.until(PATIENCE, () -> here.get(first).path("status"), "STOPPED"::equals);

        here.post(first + "/restart", "{\"parameters\":{\"units\":\"5\"}}")
                .then()
                .statusCode(422);
        String unlucky = diesBeforeItsFirstChunk(stack, first);
        Eventually.until(PATIENCE, () -> here.get(unlucky).path("status"), "FAILED"::equals);
        String second = there.restarted(unlucky);
        there.get(second).then().body("node", equalTo("other"));
        awaitUnits(stack, here, second, Integer.parseInt(Sql.one(stack, "select count(*)" + FRESH)) + 1);
        other.kill();
        Eventually.until(PATIENCE, () -> here.get(second).path("status"), "FAILED"::equals);
        here.get(second).then().body("error.message", equalTo("The server other ended while this ran."));
        assertEquals(Sql.one(stack, "select count(*)" + FRESH), unitsDone(stack, second));
        here.post(first + "/restart", "{}").then().statusCode(409);

        int left = 6 * 3 * UNITS - Integer.parseInt(done(stack, second, 0));
        assertTrue(left > 0, "the kill came too late to prove anything");
        String third = here.restarted(second);
        Eventually.until(PATIENCE, () -> here.get(third).path("status"), "COMPLETED"::equals);
        assertEquals(Integer.toString(6 * 3 * UNITS), done(stack, third, 0));
        assertEquals(Integer.toString(ALL_UNITS), Sql.one(stack, "select count(*)" + FRESH));
        assertEquals(
                Integer.toString(ALL_UNITS),
                Sql.one(
                        stack,
                        "select sum(cast(a.changes->>'units' as int)) from audit_entries a join tenants t"
                                + " on t.id = a.tenant_id where a.action = 'building.seeded'"
                                + " and t.slug in ('tenant-c', 'tenant-d', 'tenant-e', 'tenant-f')"));
        here.get(third).then().body("steps.find { it.name == 'units' }.readCount", equalTo(left));
        String acts = Sql.one(
                stack,
                "select string_agg(distinct action, ' ' order by action) from audit_entries"
                        + " where action in ('job.launched', 'job.stopped', 'job.restarted', 'job.recovered')");
        assertEquals("job.launched job.recovered job.restarted job.stopped", acts);
    }

    /** A restart as JBeret leaves it when the server dies right then: its partitions have begun, no checkpoint is theirs. */
    private static String diesBeforeItsFirstChunk(TestStack stack, String before) {
        Sql.change(
                stack,
                "with execution as (insert into job_execution (jobinstanceid, createtime, starttime, batchstatus,"
                        + " exitstatus) select jobinstanceid, now(), now(), 'STARTED', 'STARTED' from job_execution"
                        + " where jobexecutionid = ? returning jobexecutionid)"
                        + ", run as (insert into job_runs (id, job, execution_id, door, launched_by, node, incarnation,"
                        + " exclusive, parameters, created_at) select gen_random_uuid(), r.job, e.jobexecutionid, r.door,"
                        + " r.launched_by, 'ghost', gen_random_uuid(), true, r.parameters, now() from execution e, job_runs r"
                        + " where r.execution_id = ?), progress as (insert into job_progress (execution_id, step, part, done,"
                        + " done_before, total) select e.jobexecutionid, p.step, p.part, p.done, p.done, p.total"
                        + " from execution e, job_progress p where p.execution_id = ?), step as (insert into step_execution"
                        + " (jobexecutionid, stepname, starttime, batchstatus) select jobexecutionid, 'units', now(), 'STARTED'"
                        + " from execution returning stepexecutionid) insert into partition_execution"
                        + " (partitionexecutionid, stepexecutionid, batchstatus) select number, stepexecutionid, 'STARTED'"
                        + " from step, generate_series(0, 3) number",
                id(before),
                id(before),
                id(before));
        return "/platform/executions/" + Sql.one(stack, "select max(jobexecutionid) from job_execution");
    }

    private static String onlyOneOf(List<Response> answers) {
        List<Response> accepted =
                answers.stream().filter(answer -> answer.statusCode() == 202).toList();
        assertEquals(
                1,
                accepted.size(),
                () -> answers.stream()
                        .map(answer -> answer.statusCode() + " " + answer.asString())
                        .toList()
                        .toString());
        answers.stream()
                .filter(answer -> answer.statusCode() != 202)
                .forEach(answer -> answer.then().statusCode(409).body("code", equalTo("JOB_RUNNING")));
        return "/platform/executions/" + accepted.get(0).path("id");
    }

    private static int version(Actor actor) {
        return actor.get("/platform/schedules/seed").path("version");
    }

    private static void awaitUnits(TestStack stack, Actor actor, String execution, int units) {
        Eventually.until(
                PATIENCE,
                () -> Integer.parseInt(unitsDone(stack, execution)),
                done -> done >= units || !isRunning(actor, execution));
    }

    private static boolean isRunning(Actor actor, String execution) {
        return actor.get(execution).path("endedAt") == null;
    }

    /** Of the tenants that are new: the two that were there have few. */
    private static String unitsDone(TestStack stack, String execution) {
        return done(stack, execution, 2);
    }

    private static String done(TestStack stack, String execution, int firstPart) {
        return Sql.one(
                stack,
                "select coalesce(sum(done), 0) from job_progress where execution_id = ? and step = 'units' and part >= ?",
                id(execution),
                firstPart);
    }

    private static long id(String execution) {
        return Long.parseLong(execution.substring(execution.lastIndexOf('/') + 1));
    }
}
