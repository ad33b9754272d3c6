package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Connections to the database break: who asks just then is told to try again, and whoever does is served. */
@ServerTest
class LostDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final String BREAK = "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity"
            + " where application_name like 'buildingos/%'";
    private static final String WAITING = " and wait_event_type = 'Lock'";
    private static final String BUILDING = "{\"name\":\"Tower\",\"address\":\"1 Main Street\"}";
    private static final String HOLD_COMMIT = """
            create function hold_commit() returns trigger language plpgsql as
            'begin perform pg_advisory_xact_lock(4713); return new; end';
            create constraint trigger hold_commits after insert on buildings deferrable initially deferred
            for each row execute function hold_commit()""";

    @Test
    void anIdleConnectionWasCut(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        assertAsksToTryAgain(stack, 401, () -> login(stack));
        assertAsksToTryAgain(stack, 200, () -> owner.get("/buildings"));
        assertAsksToTryAgain(stack, 201, () -> owner.pay("/people", "{\"name\":\"Ana\"}"));
    }

    @Test
    void aConnectionIsCutAtWork(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        String lock = "select from subscriptions where tenant_id = '%s' for update".formatted(company.id());
        assertActsOnce(stack, company, Sql.held(stack, lock));
    }

    @Test
    void aConnectionIsCutInItsCommit(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Sql.asOwner(stack, HOLD_COMMIT);
        try {
            assertActsOnce(stack, company, Sql.held(stack, "select pg_advisory_xact_lock(4713)"));
        } finally {
            Sql.asOwner(stack, "drop function hold_commit() cascade");
        }
    }

    @Test
    void noConnectionIsToBeHad(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        owner.get("/buildings").then().statusCode(200);
        try (Connection limit = stack.asOwner();
                Connection application = stack.asApplication()) {
            limitConnections(limit, 0);
            try {
                application.createStatement().execute(BREAK);
                assertUnavailable(login(stack));
                assertUnavailable(owner.get("/buildings"));
                assertUnavailable(owner.pay("/buildings", BUILDING));
            } finally {
                limitConnections(limit, -1);
            }
        }
        login(stack).then().statusCode(401);
        owner.get("/buildings").then().statusCode(200);
    }

    /** Something that runs in the background may come upon the cut connections first. */
    private static void assertAsksToTryAgain(TestStack stack, int usually, Supplier<Response> request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            request.get().then().statusCode(usually);
            Sql.one(stack, BREAK);
            Response answer = request.get();
            if (answer.statusCode() != usually) {
                assertUnavailable(answer);
                request.get().then().statusCode(usually);
                return;
            }
        }
        throw new AssertionError("never was it this request that came upon a cut connection");
    }

    /** @param held what the request waits for */
    private static void assertActsOnce(TestStack stack, Company company, Connection held) throws Exception {
        Actor owner = company.owner();
        UUID key = UUID.randomUUID();
        try (held) {
            var answer = CompletableFuture.supplyAsync(() -> owner.pay(key, "/buildings", BUILDING));
            Eventually.until(PATIENCE, () -> Sql.one(stack, BREAK + WAITING), "1"::equals);
            assertUnavailable(answer.get());
        }
        owner.pay(key, "/buildings", BUILDING).then().statusCode(201);
        assertEquals("1", Sql.one(stack, "select count(*) from buildings where tenant_id = ?", company.id()));
    }

    private static void assertUnavailable(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"));
    }

    private static void limitConnections(Connection connection, int most) throws Exception {
        connection.createStatement().execute("alter database " + connection.getCatalog() + " connection limit " + most);
    }

    private static Response login(TestStack stack) {
        return new Actor(stack.base(), null, "")
                .post(
                        "/auth/login",
                        "{\"email\":\"%s@example.com\",\"password\":\"Correct-Horse-2026\"}",
                        UUID.randomUUID());
    }
}
