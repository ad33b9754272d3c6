package io.buildingos.system;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(List.of("Payment to review: EUR 60.00"), titles(home.owner()));
        assertEquals(List.of("Payment to review: EUR 60.00"), titles(home.operator()));
        assertEquals(List.of(), titles(elsewhere));
        assertEquals(List.of(), titles(home.resident()));
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
                titles(home.resident()));
        home.resident()
                .get("/notifications")
                .then()
                .body("items[0].body", containsString("It bounced"))
                .body("items[1].body", containsString("Nothing came"));
    }

    @Test
    void nobodyIsToldOfWhatTheyEnterAndDecideThemselves(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        Ledgers.approved(owner, owner.unit(owner.building("Tower"), "1"), 100, "x");
        assertEquals(List.of(), titles(owner));
    }

    private static List<String> titles(Actor actor) {
        return actor.get("/notifications").path("items.title");
    }
}
