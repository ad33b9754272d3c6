package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of acts, each allowed or refused as it comes: the books are in order after every one of them. */
@SystemTest
class MoneyHistoryIT {
    private static final int ACTS = 90;

    @ParameterizedTest
    @ValueSource(longs = {20_261_125L, 7L, 42L})
    void everyStepLeavesTheBooksInOrderAndReversingAllReturnsToZero(long seed, TestStack stack) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Company company = Company.on(stack, "PRO");
        History history = new History(company.owner(), random);
        for (int act = 0; act < ACTS; act++) {
            String what = history.act(act);
            assertEquals(history.expected, Ledgers.balance(history.owner, history.unit), what);
            Ledgers.assertWhole(stack, company);
        }
        history.takeEverythingBack();
        assertEquals(0, Ledgers.balance(history.owner, history.unit));
        for (String what : new String[] {"outstanding", "credit", "overdue"}) {
            assertEquals(0, Ledgers.sum(history.owner, history.unit, what), what);
        }
        Ledgers.assertWhole(stack, company);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfReviewsDoesNotMatter(long seed, TestStack stack) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        long[] charges = random.longs(5, 1, 300).toArray();
        long[] payments = random.longs(12, 1, 200).toArray();
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (int order = 0; order < 3; order++) {
            int own = order;
            UUID unit = owner.unit(tower, "U" + order);
            for (int number = 0; number < charges.length; number++) {
                Ledgers.charge(owner, unit, "C" + number, charges[number], "2026-10-1" + number);
            }
            List<UUID> submitted = new ArrayList<>();
            for (int number = 0; number < payments.length; number++) {
                submitted.add(Ledgers.id(Ledgers.pay(owner, unit, payments[number], "P" + number)));
            }
            if (order == 0) {
                submitted.forEach(payment -> approve(owner, payment));
            } else {
                Actor.atOnce(
                        payments.length,
                        number -> approve(owner, submitted.get(own == 1 ? number : payments.length - 1 - number)));
            }
            outcomes.add(outcome(owner, unit));
        }
        assertEquals(outcomes.get(0), outcomes.get(1));
        assertEquals(outcomes.get(0), outcomes.get(2));
        Ledgers.assertWhole(stack, company);
    }

    private static Response approve(Actor owner, UUID payment) {
        Response answer = owner.post("/payments/" + payment + "/approve", "{}");
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static Map<String, Object> outcome(Actor owner, UUID unit) {
        Map<String, Object> outcome = new TreeMap<>();
        outcome.put("balance", Ledgers.balance(owner, unit));
        outcome.put("credit", Ledgers.sum(owner, unit, "credit"));
        outcome.put("charges", owner.get("/charges?unit=" + unit).path("items.allocated.amountMinor"));
        return outcome;
    }

    /** What was done to one unit, and what it must owe. */
    private static final class History {
        private final Actor owner;
        private final UUID unit;
        private final SplittableRandom random;
        private final List<UUID> charges = new ArrayList<>();
        private final List<UUID> payments = new ArrayList<>();
        private long expected;

        History(Actor owner, SplittableRandom random) {
            this.owner = owner;
            this.random = random;
            this.unit = owner.unit(owner.building("Tower"), "1");
        }

        String act(int number) {
            long amount = 1 + random.nextLong(500);
            int kind = charges.isEmpty() || payments.isEmpty() ? random.nextInt(4) : random.nextInt(12);
            return switch (kind) {
                case 0, 1 -> charge("COMMON", number, amount, amount);
                case 2 -> charge("CREDIT", number, amount, -amount);
                case 3, 4 -> submit(number, amount);
                case 5, 6 -> effect(owner.post("/payments/" + any(payments) + "/approve", "{}"), "amount", -1);
                case 7 ->
                    effect(owner.post("/payments/" + any(payments) + "/reverse", "{\"reason\":\"x\"}"), "amount", 1);
                case 8 -> cancel(any(charges));
                case 9 -> harmless(owner.post("/charges/" + any(charges) + "/release"));
                case 10 -> mend(any(charges), amount);
                default ->
                    harmless(
                            random.nextBoolean()
                                    ? owner.post("/units/" + unit + "/account/apply-credit")
                                    : owner.post("/payments/" + any(payments) + "/release"));
            };
        }

        private String charge(String type, int number, long amount, long owed) {
            Response answer =
                    Ledgers.raise(owner, unit, type, "C" + number, amount, "2026-10-" + (10 + random.nextInt(20)));
            charges.add(Ledgers.id(answer));
            expected += owed;
            return answer.asString();
        }

        private String submit(int number, long amount) {
            Response answer = Ledgers.pay(owner, unit, amount, "P" + number);
            payments.add(Ledgers.id(answer));
            return answer.asString();
        }

        private String effect(Response answer, String amount, int sign) {
            if (answer.statusCode() == 200) {
                expected += sign * ((Number) answer.path(amount + ".amountMinor")).longValue();
            }
            return harmless(answer);
        }

        private String cancel(UUID charge) {
            boolean credit = owner.get("/charges/" + charge).path("type").equals("CREDIT");
            return effect(
                    owner.post("/charges/" + charge + "/cancel", "{\"reason\":\"x\"}"), "amount", credit ? 1 : -1);
        }

        private String mend(UUID charge, long amount) {
            Response before = owner.get("/charges/" + charge);
            int version = before.path("version");
            Response answer = owner.patch(
                    "/charges/" + charge,
                    version,
                    "{\"amount\":{\"amountMinor\":" + amount + ",\"currency\":\"EUR\"}}");
            if (answer.statusCode() == 200) {
                long difference = amount - ((Number) before.path("amount.amountMinor")).longValue();
                expected += before.path("type").equals("CREDIT") ? -difference : difference;
            }
            return harmless(answer);
        }

        private static String harmless(Response answer) {
            assertTrue(List.of(200, 409, 422).contains(answer.statusCode()), answer.asString());
            return answer.asString();
        }

        void takeEverythingBack() {
            payments.forEach(
                    payment -> harmless(owner.post("/payments/" + payment + "/reverse", "{\"reason\":\"x\"}")));
            charges.forEach(charge -> harmless(owner.post("/charges/" + charge + "/release")));
            charges.forEach(charge -> harmless(owner.post("/charges/" + charge + "/cancel", "{\"reason\":\"x\"}")));
        }

        private UUID any(List<UUID> ids) {
            return ids.get(random.nextInt(ids.size()));
        }
    }
}
