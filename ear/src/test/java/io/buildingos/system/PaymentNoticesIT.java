package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever reviews payments is told of those that come in, and whoever reported one of what became of it. */
@SystemTest
class PaymentNoticesIT {
    @Test
    void aPaymentIsToldToThoseWhoReviewItThere(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor elsewhere = home.company().member("OPERATOR", home.elsewhere());
        UUID payment = Ledgers.id(Ledgers.pay(home.resident(), home.unit(), 6_000, "x"));
        assertEquals(List.of("Payment to review: EUR 60.00"), Notices.titles(home.owner()));
        assertEquals(List.of("Payment to review: EUR 60.00"), Notices.titles(home.operator()));
        assertEquals(List.of(), Notices.titles(elsewhere));
        assertEquals(List.of(), Notices.titles(home.resident()));
        home.operator()
                .get("/notifications")
                .then()
                .body("items[0].subjectType", equalTo("payment"))
                .body("items[0].subjectId", equalTo(payment.toString()))
                .body("items[0].body", containsString("for unit 1"));
    }

    @Test
    void whoeverReportedItHearsOfTheDecisionAndOfItsEnd(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID kept = Ledgers.approved(home.owner(), home.resident(), home.unit(), 6_000, "x");
        UUID refused = Ledgers.id(Ledgers.pay(home.resident(), home.unit(), 7_000, "y"));
        home.operator()
                .post("/payments/" + refused + "/reject", "{\"reason\":\"Nothing came\"}")
                .then()
                .statusCode(200);
        home.owner()
                .post("/payments/" + kept + "/reverse", "{\"reason\":\"It bounced\"}")
                .then()
                .statusCode(200);
        assertEquals(
                List.of("Payment reversed: EUR 60.00", "Payment rejected: EUR 70.00", "Payment approved: EUR 60.00"),
                Notices.titles(home.resident()));
        home.resident()
                .get("/notifications")
                .then()
                .body("items[0].body", containsString("It bounced"))
                .body("items[1].body", containsString("Nothing came"));
    }

    /** Also those who didn't report it: the unit owes again what it paid. */
    @Test
    void aReversalIsToldToAllOfTheUnit(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor neighbour = Neighbourhood.inhabitant(home.company(), home.owner(), home.neighbourUnit());
        UUID payment = Ledgers.approved(home.operator(), home.unit(), 6_000, "x");
        home.owner()
                .post("/payments/" + payment + "/reverse", "{\"reason\":\"It bounced\"}")
                .then()
                .statusCode(200);
        for (Actor told : List.of(home.resident(), home.operator())) {
            told.get("/notifications?type=PAYMENT_REVERSED")
                    .then()
                    .body("items.subjectId", contains(payment.toString()))
                    .body(
                            "items.body",
                            contains("The payment of EUR 60.00 for unit 1 was reversed. What it paid is owed again,"
                                    + " and its receipt doesn’t count any more:\n\nIt bounced"));
        }
        assertEquals("1", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        assertEquals(List.of(), Notices.titles(neighbour));
        assertFalse(Notices.titles(home.owner()).contains("Payment reversed: EUR 60.00"));
    }

    /** In the tenant's language: nothing is known of theirs. */
    @Test
    void whoWasSentTheReceiptWithoutAnAccountIsWrittenOfTheReversal(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String address = UUID.randomUUID() + "@example.com";
        UUID person = home.owner().create("/people", "{\"name\":\"Leo\",\"email\":\"%s\"}", address);
        home.owner()
                .create(
                        "/units/" + home.neighbourUnit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":true,\"from\":\"2025-01-01\"}",
                        person);
        UUID payment = Ledgers.approved(home.operator(), home.neighbourUnit(), 6_000, "x");
        stack.runJob("receipts");
        home.owner()
                .post("/payments/" + payment + "/reverse", "{\"reason\":\"It bounced\"}")
                .then()
                .statusCode(200);
        List<String> mails =
                Eventually.until(Duration.ofSeconds(60), () -> Mails.to(stack, address), found -> found.size() > 1);
        assertTrue(
                mails.stream()
                        .anyMatch(mail ->
                                mail.contains("Hello Leo") && mail.contains("its receipt doesn’t count any more")),
                mails::toString);
    }

    @Test
    void amountsAreWrittenAsEachReaderDoes(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Sql.change(
                stack,
                "update users set locale = 'es' where id = ?",
                home.resident().userId());
        Ledgers.approved(home.owner(), home.resident(), home.unit(), 6_000, "x");
        assertEquals(List.of("Payment to review: EUR 60.00"), Notices.titles(home.operator()));
        assertEquals(List.of("Pago aprobado: EUR 60,00"), Notices.titles(home.resident()));
    }

    /** The receipt comes by mail, and one mail is enough; who wants this one too says so. */
    @Test
    void anApprovalIsMailedToThoseAloneWhoAskForIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Ledgers.approved(home.owner(), home.resident(), home.unit(), 6_000, "x");
        assertEquals("0", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        Notices.prefer(home.resident(), "PAYMENT_APPROVED", true, true);
        Ledgers.approved(home.owner(), home.resident(), home.unit(), 7_000, "y");
        assertEquals("1", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
    }

    /** As one that was brought over from elsewhere. */
    @Test
    void aPaymentThatNobodyReportedIsApprovedAllTheSame(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        Ledgers.charge(owner, unit, "Expenses", 100);
        UUID payment = UUID.randomUUID();
        company.execute(
                "insert into payments (id, version, tenant_id, building_id, unit_id, currency, method, amount_minor,"
                        + " allocated_minor, paid_on, status, submitted_at)"
                        + " values (?, 0, ?, ?, ?, 'EUR', 'CASH', 100, 0, '2026-10-15', 'SUBMITTED', now())",
                payment,
                company.id(),
                tower,
                unit);
        owner.post("/payments/" + payment + "/approve", "{}").then().statusCode(200);
    }

    @Test
    void nobodyIsToldOfWhatTheyEnterAndDecideThemselves(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        Ledgers.approved(owner, owner.unit(owner.building("Tower"), "1"), 100, "x");
        assertEquals(List.of(), Notices.titles(owner));
    }
}
