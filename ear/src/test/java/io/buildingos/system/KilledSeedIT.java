package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed in the middle of each step in which the seed writes a history: it goes on from its checkpoint, and
 * what comes of it is what comes of a seed that nobody disturbed. First, while its stack is empty.
 */
@ServerTest
@Order(1)
class KilledSeedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Step> STEPS = List.of(
            new Step("documents", "documents", 2 * 8),
            new Step("books", "charges", 2 * 6 * 3 * 3),
            new Step("work", "tickets", 2 * 6));

    /**
     * One that writes a history.
     *
     * @param table that every chunk of it writes to
     * @param items of both tenants
     */
    private record Step(String name, String table, int items) {
        int done(String execution) {
            return Integer.parseInt(Sql.one(
                    stack,
                    "select coalesce(sum(done), 0) from job_progress where step = ? and execution_id = ?",
                    name,
                    Long.parseLong(execution.substring(execution.lastIndexOf('/') + 1))));
        }
    }

    /** The second chunk of a step waits: the first is a checkpoint by then. */
    private static final String HOLD =
            "create function hold_seed() returns trigger language plpgsql as 'begin if exists (select from"
                    + " job_progress where step = ''%s'' and done > 0) then perform pg_advisory_xact_lock(4713); end if;"
                    + " return new; end'";

    private static final String WAITING =
            "select count(*) > 0 from pg_locks where locktype = 'advisory' and objid = 4713 and not granted";

    private static final String LOCK = "select pg_advisory_lock(4713)";
    private static final String UNLOCK = "select pg_advisory_unlock(4713)";

    @TempDir
    private static Path folder;

    private static TestStack stack;

    @BeforeAll
    static void knowTheStack(TestStack own) {
        stack = own;
    }

    @Test
    void goesOnInEveryStepAndWritesNothingTwice() throws Exception {
        Actor actor = Company.superAdmin(stack);
        List<String> executions = new ArrayList<>();
        try (Connection owner = stack.asOwner();
                Statement grip = owner.createStatement()) {
            grip.execute(LOCK);
            for (Step step : STEPS) {
                grip.execute(HOLD.formatted(step.name()));
                grip.execute("create trigger hold_seed before insert on " + step.table()
                        + " for each row execute function hold_seed()");
                String victim = begun(actor, executions);
                Eventually.until(PATIENCE, () -> Sql.one(stack, WAITING), "t"::equals);
                stack.killServer();
                grip.execute(UNLOCK);
                grip.execute(LOCK);
                grip.execute("drop function hold_seed() cascade");
                stack.restartServer();
                Eventually.until(PATIENCE, () -> actor.get(victim).path("status"), "FAILED"::equals);
            }
        }
        String last = begun(actor, executions);
        Eventually.until(PATIENCE, () -> actor.get(last).path("endedAt"), Objects::nonNull);
        actor.get(last).then().body("status", equalTo("COMPLETED")).body("progress.done", equalTo(SeedIT.ALL_ITEMS));
        for (Step step : STEPS) {
            int turn = STEPS.indexOf(step);
            int done = step.done(executions.get(turn));
            assertTrue(done > 0 && done < step.items(), step + ": " + done);
            actor.get(executions.get(turn + 1))
                    .then()
                    .body("steps[0].name", equalTo(step.name()))
                    .body("steps[0].readCount", equalTo(step.items() - done));
        }
        assertEquals(undisturbed(), SeedIT.counts(stack.asApplication()));
        String verified = actor.launched("verify", "{}");
        Eventually.until(PATIENCE, () -> actor.get(verified).path("endedAt"), Objects::nonNull);
        actor.get(verified).then().body("exitStatus", equalTo("COMPLETED"));
    }

    private static String begun(Actor actor, List<String> before) {
        String execution = before.isEmpty()
                ? actor.launched("seed", "{\"parameters\":{\"units\":\"4\"}}")
                : actor.restarted(before.get(before.size() - 1));
        before.add(execution);
        return execution;
    }

    /** What the same seed writes into another database, where nobody kills anything. */
    private static Map<String, String> undisturbed() throws Exception {
        Map<String, String> database = stack.emptyDatabase();
        try (OtherServer other = new OtherServer(stack, folder, database)) {
            URI ready = other.base().resolve("/ready");
            Eventually.until(
                    PATIENCE,
                    () -> Http.send("GET", ready, null, Map.of(), null).statusCode(),
                    status -> status == 200);
            Servers.Outcome started = other.operation(
                    "/deployment=buildingos.ear/subdeployment=batch.jar/subsystem=batch-jberet:start-job(job-xml-name=seed,properties={units=4})");
            assertEquals(0, started.status(), started.output());
            Eventually.until(PATIENCE, () -> ended(database), "COMPLETED"::equals);
            return SeedIT.counts(TestStack.connect(database, "DATABASE_URL"));
        }
    }

    private static String ended(Map<String, String> database) {
        try (Connection connection = TestStack.connect(database, "DATABASE_URL");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select batchstatus from job_execution order by jobexecutionid desc limit 1")) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
