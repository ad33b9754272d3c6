package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Everybody presses the button at the same moment. */
@SystemTest
class MoneyAtOnceIT {
    private static final int AT_ONCE = 32;

    @Test
    void oneOfManyApprovalsOfAPaymentWins(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        Ledgers.charge(owner, unit, "Expenses", 100);
        UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 60, "x"));
        List<Response> answers = Actor.atOnce(AT_ONCE, number -> owner.post("/payments/" + payment + "/approve", "{}"));
        assertEquals(Map.of(200, 1, 409, AT_ONCE - 1), counts(answers));
        assertEquals(40, Ledgers.balance(owner, unit));
        assertNumbered(stack, company, 1);
    }

    @Test
    void ofApprovalAndRejectionOneWins(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 60, "x"));
        List<Response> answers = Actor.atOnce(
                AT_ONCE,
                number -> number % 2 == 0
                        ? owner.post("/payments/" + payment + "/approve", "{}")
                        : owner.post("/payments/" + payment + "/reject", "{\"reason\":\"no\"}"));
        assertEquals(Map.of(200, 1, 409, AT_ONCE - 1), counts(answers));
        boolean approved = owner.get("/payments/" + payment).path("status").equals("APPROVED");
        assertEquals(approved ? -60 : 0, Ledgers.balance(owner, unit));
        assertNumbered(stack, company, approved ? 1 : 0);
    }

    @Test
    void manyPaymentsOnOneChargeCoverItOnce(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID charge = Ledgers.charge(owner, unit, "Expenses", 100);
        List<Response> answers = Actor.atOnce(AT_ONCE, number -> {
            UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 10, "TRX " + number));
            return owner.post("/payments/" + payment + "/approve", "{}");
        });
        assertEquals(Map.of(200, AT_ONCE), counts(answers));
        Number covered = owner.get("/charges/" + charge).path("allocated.amountMinor");
        assertEquals(100, covered.longValue());
        assertEquals(100 - 10 * AT_ONCE, Ledgers.balance(owner, unit));
        assertEquals(10 * AT_ONCE - 100, Ledgers.sum(owner, unit, "credit"));
        assertNumbered(stack, company, AT_ONCE);
    }

    @Test
    void aChargeIsCanceledOrCoveredNeverBoth(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        for (int round = 0; round < 12; round++) {
            UUID unit = owner.unit(tower, "U" + round);
            UUID charge = Ledgers.charge(owner, unit, "Expenses", 100);
            UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 100, "x"));
            List<Response> answers = Actor.atOnce(
                    2,
                    number -> number == 0
                            ? owner.post("/payments/" + payment + "/approve", "{}")
                            : owner.post("/charges/" + charge + "/cancel", "{\"reason\":\"race\"}"));
            assertEquals(200, answers.get(0).statusCode());
            boolean canceled = answers.get(1).statusCode() == 200;
            assertTrue(
                    canceled || answers.get(1).path("code").equals("CHARGE_ALLOCATED"),
                    answers.get(1).asString());
            assertEquals(canceled ? -100 : 0, Ledgers.balance(owner, unit));
        }
        assertNumbered(stack, company, 12);
    }

    /** Charges of the building, single charges, payments, reversals and credit on the same units at the same time. */
    @Test
    void everyKindOfActAtOnceEndsInNoDeadlock(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        List<UUID> units = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            units.add(owner.unit(tower, "U" + number));
        }
        List<Response> answers = Actor.atOnce(AT_ONCE, number -> {
            UUID unit = units.get(number % units.size());
            return switch (number % 4) {
                case 0 -> chargeEach(owner, tower, "C" + number);
                case 1 -> Ledgers.raise(owner, unit, "COMMON", "S" + number, 5, "2026-10-10");
                case 2 ->
                    owner.post(
                            "/payments/" + Ledgers.approved(owner, unit, 9, "R" + number) + "/reverse",
                            "{\"reason\":\"race\"}");
                default -> {
                    Ledgers.approved(owner, unit, 9, "K" + number);
                    yield owner.post("/units/" + unit + "/account/apply-credit");
                }
            };
        });
        for (Response answer : answers) {
            assertTrue(List.of(200, 201, 409).contains(answer.statusCode()), answer.asString());
        }
        assertNumbered(stack, company, 16);
    }

    /** Some accounts are open and some are not, whenever one of these acts looks. */
    @Test
    void firstActsOfManyUnitsEndInNoDeadlock(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        for (int round = 0; round < 8; round++) {
            UUID tower = owner.building("Tower " + round);
            List<UUID> units = new ArrayList<>();
            for (int number = 0; number < 16; number++) {
                units.add(owner.unit(tower, "U" + number));
            }
            List<Response> answers = Actor.atOnce(
                    AT_ONCE,
                    number -> number % 2 == 0
                            ? chargeEach(owner, tower, "C" + number)
                            : Ledgers.raise(
                                    owner, units.get(units.size() - 1 - number / 2), "COMMON", "S", 5, "2026-10-10"));
            assertEquals(Map.of(201, AT_ONCE), counts(answers));
        }
        assertNumbered(stack, company, 0);
    }

    /** PostgreSQL ends the wait of whoever has waited longest; in a stall that may be the other one. */
    @Test
    void whoIsTakenOutOfADeadlockIsAskedToTryAgain(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        List<UUID> units = List.of(owner.unit(tower, "1"), owner.unit(tower, "2"));
        chargeEach(owner, tower, "First").then().statusCode(201);
        Response refused = null;
        for (int attempt = 0; refused == null; attempt++) {
            assertTrue(attempt < 5, "never was the request the one to give way");
            Response answer = deadlocked(stack, owner, tower, units, "C" + attempt);
            refused = answer.statusCode() == 201 ? null : answer;
        }
        refused.then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
        Ledgers.assertWhole(stack, company);
    }

    /** The request holds the first account and waits for the second; the other way round behind its back. */
    private static Response deadlocked(TestStack stack, Actor owner, UUID tower, List<UUID> units, String concept)
            throws Exception {
        List<UUID> inOrder =
                units.stream().sorted(Comparator.comparing(UUID::toString)).toList();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = Sql.systemScope(stack)) {
            lock(other, inOrder.get(1));
            int holder = other.unwrap(PGConnection.class).getBackendPID();
            Future<Response> answer = thread.submit(() -> chargeEach(owner, tower, concept));
            Eventually.until(
                    Duration.ofSeconds(30),
                    () -> Sql.one(
                            stack,
                            "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))",
                            holder),
                    "1"::equals);
            try {
                lock(other, inOrder.get(0));
            } catch (SQLException gaveWay) {
                assertEquals("40P01", gaveWay.getSQLState());
            }
            other.rollback();
            return answer.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void lock(Connection connection, UUID unit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from unit_accounts where unit_id = ? for no key update")) {
            statement.setObject(1, unit);
            statement.execute();
        }
    }

    @Test
    void receiptNumbersHaveNoGapAlthoughSomeApprovalsFail(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        List<UUID> payments = submitted(owner, tower, AT_ONCE);
        List<Response> answers = Actor.atOnce(
                AT_ONCE,
                number -> owner.post(
                        "/payments/" + payments.get(number) + "/approve",
                        number % 4 == 0
                                ? "{\"allocations\":[{\"chargeId\":\"" + UUID.randomUUID()
                                        + "\",\"amount\":{\"amountMinor\":1,\"currency\":\"EUR\"}}]}"
                                : "{}"));
        assertEquals(Map.of(200, AT_ONCE * 3 / 4, 422, AT_ONCE / 4), counts(answers));
        assertNumbered(stack, company, AT_ONCE * 3 / 4);
    }

    @Test
    void aKilledServerLeavesNoGapAndNoHalfApproval(TestStack stack, @TempDir Path folder) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        List<UUID> payments = submitted(owner, tower, 200);
        CountDownLatch some = new CountDownLatch(20);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        try (OtherServer other = new OtherServer(stack, folder, Map.of("RATE_LIMIT_WRITES_PER_MINUTE", "1000000"))) {
            Actor there = new Actor(other.base(), owner.userId(), owner.token());
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (UUID payment : payments) {
                threads.execute(() -> {
                    approvedBy(there, payment).ifPresent(seen::add);
                    some.countDown();
                });
            }
            assertTrue(some.await(60, TimeUnit.SECONDS), "the other server approves nothing");
            other.kill();
            threads.shutdown();
            assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        }
        long approved = Long.parseLong(Sql.one(
                stack,
                "select count(*) from payments where tenant_id = ?::uuid and status = 'APPROVED'",
                company.id().toString()));
        assertTrue(seen.stream().allMatch(status -> status == 200), seen::toString);
        assertTrue(
                approved >= seen.size() && approved < payments.size(),
                approved + " of which " + seen.size() + " known");
        assertNumbered(stack, company, approved);
        for (UUID payment : payments) {
            int status = owner.post("/payments/" + payment + "/approve", "{}").statusCode();
            assertTrue(status == 200 || status == 409, () -> payment + ": " + status);
        }
        assertNumbered(stack, company, payments.size());
    }

    private static Response chargeEach(Actor owner, UUID building, String concept) {
        return owner.pay(
                "/buildings/" + building + "/charges",
                "{\"period\":\"2026-10\",\"type\":\"COMMON\",\"concept\":\"%s\",\"dueOn\":\"2026-10-10\","
                        + "\"amountPerUnit\":{\"amountMinor\":7,\"currency\":\"EUR\"}}",
                concept);
    }

    /** Empty: killed before it could answer. */
    private static Optional<Integer> approvedBy(Actor actor, UUID payment) {
        try {
            return Optional.of(
                    actor.post("/payments/" + payment + "/approve", "{}").statusCode());
        } catch (Exception noAnswer) {
            return Optional.empty();
        }
    }

    private static List<UUID> submitted(Actor owner, UUID tower, int count) {
        List<UUID> units = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            UUID unit = owner.unit(tower, "U" + number);
            Ledgers.charge(owner, unit, "Expenses", 1_000);
            units.add(unit);
        }
        List<UUID> payments = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            payments.add(Ledgers.id(Ledgers.pay(owner, units.get(number % units.size()), 10, "TRX " + number)));
        }
        return payments;
    }

    private static Map<Integer, Integer> counts(List<Response> answers) {
        return answers.stream()
                .collect(java.util.stream.Collectors.toMap(Response::statusCode, answer -> 1, Integer::sum));
    }

    /** Numbers 1 to n, one for each approved payment; and the books in order. */
    private static void assertNumbered(TestStack stack, Company company, long receipts) {
        assertEquals(
                receipts + " " + receipts + " " + receipts + " " + receipts,
                Sql.one(
                        stack,
                        "select count(*) || ' ' || count(distinct r.number) || ' ' || coalesce(max(r.number), 0) || ' '"
                                + " || (select count(*) from payments p where p.tenant_id = ?::uuid"
                                + " and p.status in ('APPROVED', 'REVERSED')) from receipts r where r.tenant_id = ?::uuid",
                        company.id().toString(),
                        company.id().toString()));
        Ledgers.assertWhole(stack, company);
    }
}
