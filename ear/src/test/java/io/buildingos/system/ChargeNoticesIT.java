package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever owns or lives in a unit is told of what it is charged. */
@SystemTest
class ChargeNoticesIT {
    @Test
    void aChargeIsToldToThoseOfTheUnit(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor neighbour = Neighbourhood.inhabitant(home.company(), home.owner(), home.neighbourUnit());
        UUID charge = Ledgers.charge(home.operator(), home.unit(), "Expenses", 6_000);
        home.resident()
                .get("/notifications")
                .then()
                .body("items.type", contains("CHARGE_PUBLISHED"))
                .body("items[0].title", equalTo("New charge: Expenses"))
                .body("items[0].body", equalTo("Expenses for unit 1: EUR 60.00, due on Oct 10, 2026."))
                .body("items[0].subjectType", equalTo("charge"), "items[0].subjectId", equalTo(charge.toString()));
        home.resident().get("/charges/" + charge).then().statusCode(200);
        home.resident().get("/notifications/unread-count").then().body("count", equalTo(1));
        for (Actor other : List.of(neighbour, home.owner(), home.operator())) {
            assertEquals(List.of(), Notices.titles(other));
        }
        assertEquals("1", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
    }

    @Test
    void aBuildingsChargesAreToldUnitByUnit(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor neighbour = Neighbourhood.inhabitant(home.company(), home.owner(), home.neighbourUnit());
        Actor gone = Neighbourhood.inhabitant(home.company(), home.owner(), home.unitElsewhere());
        share(home, "{\"1\":0.25,\"2\":0.75}");
        chargeTower(home, "COMMON", "Roof");
        home.resident()
                .get("/notifications")
                .then()
                .body("items.body", contains("Roof for unit 1: EUR 25.00, due on Oct 10, 2026."));
        neighbour
                .get("/notifications")
                .then()
                .body("items.body", contains("Roof for unit 2: EUR 75.00, due on Oct 10, 2026."));
        assertEquals(List.of(), Notices.titles(gone));
    }

    @Test
    void whoHasSeveralUnitsIsToldOnceOfAllOfThem(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor neighbour = Neighbourhood.inhabitant(home.company(), home.owner(), home.neighbourUnit());
        String resident = Sql.one(
                stack,
                "select id from people where user_id = ?",
                home.resident().userId());
        home.owner()
                .create(
                        "/units/" + home.neighbourUnit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":true,\"from\":\"2025-01-01\"}",
                        resident);
        home.owner().unit(home.tower(), "3");
        share(home, "{\"1\":0.2,\"2\":0.4,\"3\":0.4}");
        String batch = chargeTower(home, "COMMON", "Roof");
        home.resident()
                .get("/notifications")
                .then()
                .body("items.title", contains("New charge: Roof"))
                .body("items.body", contains("Roof for 2 units: EUR 60.00 in total, due on Oct 10, 2026."))
                .body("items[0].subjectType", equalTo("charge-batch"), "items[0].subjectId", equalTo(batch));
        home.resident().get("/charges?batch=" + batch).then().body("items.unitCode", containsInAnyOrder("1", "2"));
        assertEquals("1", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        String address = home.resident().userId() + "@example.com";
        List<String> mails =
                Eventually.until(Duration.ofSeconds(60), () -> Mails.to(stack, address), found -> !found.isEmpty());
        assertTrue(mails.get(0).contains("/charges?batch=" + batch + "\n"), mails::toString);
        neighbour
                .get("/notifications")
                .then()
                .body("items.body", contains("Roof for unit 2: EUR 40.00, due on Oct 10, 2026."));
        chargeTower(home, "CREDIT", "Refund");
        home.resident()
                .get("/notifications")
                .then()
                .body("items[0].title", equalTo("Credit: Refund"))
                .body("items[0].body", equalTo("Refund for 2 units: EUR 60.00 in total in your favour."));
    }

    @Test
    void whatBecomesOfAChargeIsToldToo(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID charge = Ledgers.charge(home.operator(), home.unit(), "Expenses", 6_000);
        String page = "/charges/" + charge;
        home.operator()
                .patch(
                        page,
                        0,
                        "{\"concept\":\"Water\",\"dueOn\":\"2026-10-20\","
                                + "\"amount\":{\"amountMinor\":5000,\"currency\":\"EUR\"}}")
                .then()
                .statusCode(200);
        home.operator()
                .post(page + "/cancel", "{\"reason\":\"Paid by the insurance\"}")
                .then()
                .statusCode(200);
        home.resident()
                .get("/notifications")
                .then()
                .body("items.type", contains("CHARGE_CANCELED", "CHARGE_CORRECTED", "CHARGE_PUBLISHED"))
                .body("items[0].title", equalTo("Charge canceled: Water"))
                .body(
                        "items[0].body",
                        equalTo("Water for unit 1, EUR 50.00, is not owed any more:\n\nPaid by the insurance"))
                .body("items[1].title", equalTo("Charge corrected: Water"))
                .body("items[1].body", equalTo("""
                        Water for unit 1: EUR 50.00, due on Oct 20, 2026.

                        Before: Expenses, EUR 60.00, due on Oct 10, 2026."""))
                .body("items.subjectId", everyItem(equalTo(charge.toString())));
        assertEquals("3", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        assertEquals(List.of(), Notices.titles(home.operator()));
    }

    @Test
    void aCorrectionOfWhatNobodyWasToldIsNoNews(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID charge = Ledgers.charge(home.operator(), home.unit(), "Expenses", 6_000);
        home.operator()
                .patch("/charges/" + charge, 0, "{\"period\":\"2026-11\",\"type\":\"OTHER\"}")
                .then()
                .statusCode(200);
        assertEquals(List.of("New charge: Expenses"), Notices.titles(home.resident()));
    }

    @Test
    void aCreditIsToldFromItsBeginningToItsEnd(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID credit = Ledgers.id(Ledgers.raise(home.operator(), home.unit(), "CREDIT", "Refund", 100, "2026-10-10"));
        String page = "/charges/" + credit;
        home.operator()
                .patch(page, 0, "{\"amount\":{\"amountMinor\":200,\"currency\":\"EUR\"}}")
                .then()
                .statusCode(200);
        home.operator().patch(page, 1, "{\"dueOn\":\"2026-10-20\"}").then().statusCode(200);
        home.operator().post(page + "/cancel", "{\"reason\":\"Twice\"}").then().statusCode(200);
        home.resident()
                .get("/notifications")
                .then()
                .body("items.type", contains("CHARGE_CANCELED", "CHARGE_CORRECTED", "CREDIT_GIVEN"))
                .body("items.title", contains("Credit canceled: Refund", "Credit corrected: Refund", "Credit: Refund"))
                .body(
                        "items.body",
                        contains(
                                "Refund for unit 1, EUR 2.00, is not in your favour any more:\n\nTwice",
                                "Refund for unit 1: EUR 2.00 in your favour.\n\nBefore: Refund, EUR 1.00.",
                                "Refund for unit 1: EUR 1.00 in your favour."));
    }

    @Test
    void eachIsToldInTheirLanguageAndAsTheyPrefer(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor spouse = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        Sql.change(
                stack,
                "update users set locale = 'es-AR' where id = ?",
                home.resident().userId());
        Notices.prefer(home.resident(), "CHARGE_PUBLISHED", true, false);
        Notices.prefer(spouse, "CHARGE_PUBLISHED", false, true);
        Ledgers.charge(home.operator(), home.unit(), "Expensas", 600_000);
        home.resident()
                .get("/notifications")
                .then()
                .body("items.title", contains("Nuevo cargo: Expensas"))
                .body("items.body", contains(startsWith("Expensas de la unidad 1: EUR 6.000,00, vence el 10 oct")));
        assertEquals("0", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        assertEquals(List.of(), Notices.titles(spouse));
        assertEquals("1", Notices.mailsTo(stack, spouse, "NOTIFICATION"));
    }

    /** Whoever moved out, and whoever may not see it. */
    @Test
    void nobodyIsToldWhomItDoesntConcern(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor moved = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        Sql.change(
                stack,
                "update occupancies o set ends_on = '2026-01-01' from people p where p.id = o.person_id and p.user_id = ?",
                moved.userId());
        Actor operator = home.company().member("OPERATOR", home.elsewhere());
        UUID person = home.owner().create("/people", "{\"name\":\"Leo\",\"userId\":\"%s\"}", operator.userId());
        home.owner()
                .create(
                        "/units/" + home.unit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":false,\"from\":\"2025-01-01\"}",
                        person);
        Ledgers.charge(home.operator(), home.unit(), "Expenses", 100);
        assertEquals(List.of(), Notices.titles(moved));
        assertEquals(List.of(), Notices.titles(operator));
        assertEquals(List.of("New charge: Expenses"), Notices.titles(home.resident()));
    }

    private static void share(Neighbourhood home, String shares) {
        home.owner()
                .put("/buildings/" + home.tower() + "/shares", "{\"shares\":" + shares + "}")
                .then()
                .statusCode(200);
    }

    /** A hundred euros by share. */
    private static String chargeTower(Neighbourhood home, String type, String concept) {
        return home.owner()
                .pay(
                        "/buildings/" + home.tower() + "/charges",
                        "{\"period\":\"2026-10\",\"type\":\"%s\",\"concept\":\"%s\",\"dueOn\":\"2026-10-10\","
                                + "\"total\":{\"amountMinor\":10000,\"currency\":\"EUR\"}}",
                        type,
                        concept)
                .then()
                .statusCode(201)
                .extract()
                .path("batchId");
    }
}
