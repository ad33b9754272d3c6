package io.buildingos.system;

import static io.buildingos.system.VendorWork.id;
import static io.buildingos.system.VendorWork.vendor;
import static io.buildingos.system.VendorWork.work;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Work orders: their course, and what they refer to. */
@SystemTest
class WorkOrdersIT {
    private static final String AMOUNT = "{\"amount\":{\"amountMinor\":150000,\"currency\":\"ARS\"}}";
    private static final String WHY = "{\"reason\":\"Too expensive\"}";

    @Test
    void workOrdersGoAlongTheirCourseAndNowhereElse(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Painters");
        Map<String, List<String>> ways = Map.of(
                "OPEN", List.of(),
                "IN_PROGRESS", List.of("start"),
                "DONE", List.of("start", "complete"),
                "CANCELED", List.of("cancel"));
        Map<String, String> acts = Map.of("start", "IN_PROGRESS", "complete", "DONE", "cancel", "CANCELED");
        Map<String, String> bodies = Map.of("start", "{}", "complete", "{}", "cancel", WHY);
        Map<String, List<String>> legal = Map.of(
                "OPEN", List.of("start", "cancel"),
                "IN_PROGRESS", List.of("complete", "cancel"),
                "DONE", List.of(),
                "CANCELED", List.of());
        for (String state : ways.keySet()) {
            for (String act : acts.keySet()) {
                String order = "/work-orders/" + id(work(home.owner(), "/work-orders", vendor, home.tower(), ""));
                ways.get(state)
                        .forEach(step -> home.owner()
                                .post(order + "/" + step, bodies.get(step))
                                .then()
                                .statusCode(200));
                boolean may = legal.get(state).contains(act);
                home.owner().post(order + "/" + act, bodies.get(act)).then().statusCode(may ? 200 : 409);
                home.owner().get(order).then().body("status", equalTo(may ? acts.get(act) : state));
            }
        }
    }

    @Test
    void workOrdersReferToWhatIsOfTheirBuildingAndVendor(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        UUID vendor = vendor(owner, "Painters");
        UUID other = vendor(owner, "Plumbers");
        UUID ticket = home.ticket("Paint");
        UUID foreign = Neighbourhood.ticket(owner, "Roof", "\"buildingId\":\"" + home.elsewhere() + "\"");
        UUID quote =
                UUID.fromString(id(work(owner, "/quotes", vendor, home.tower(), ",\"ticketId\":\"" + ticket + "\"")));
        String byQuote = ",\"quoteId\":\"" + quote + "\"";
        work(owner, "/quotes", vendor, home.tower(), ",\"ticketId\":\"" + foreign + "\"")
                .then()
                .statusCode(422);
        work(owner, "/work-orders", vendor, home.tower(), ",\"ticketId\":\"" + foreign + "\"")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("ticketId"));
        work(owner, "/work-orders", vendor, home.tower(), byQuote).then().statusCode(422);
        owner.post("/quotes/" + quote + "/receive", AMOUNT).then().statusCode(200);
        work(owner, "/work-orders", vendor, home.tower(), byQuote).then().statusCode(422);
        owner.post("/quotes/" + quote + "/approve").then().statusCode(200);
        work(owner, "/work-orders", other, home.tower(), byQuote)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("quoteId"));
        work(owner, "/work-orders", vendor, home.elsewhere(), byQuote).then().statusCode(422);
        Response order =
                work(owner, "/work-orders", vendor, home.tower(), byQuote + ",\"ticketId\":\"" + ticket + "\"");
        order.then().statusCode(201).body("cost.amountMinor", equalTo(150000), "vendorName", equalTo("Painters"));
        work(owner, "/work-orders", vendor, home.tower(), byQuote)
                .then()
                .statusCode(409)
                .body("code", equalTo("QUOTE_ORDERED"));
        owner.post("/work-orders/" + id(order) + "/cancel", WHY).then().statusCode(200);
        String again = "/work-orders/" + id(work(owner, "/work-orders", vendor, home.tower(), byQuote));
        owner.post(again + "/start").then().statusCode(200);
        owner.post(again + "/complete", "{\"cost\":{\"amountMinor\":0,\"currency\":\"ARS\"}}")
                .then()
                .statusCode(422);
        owner.post(again + "/complete", "{\"cost\":{\"amountMinor\":99,\"currency\":\"USD\"}}")
                .then()
                .statusCode(200)
                .body("cost.amountMinor", equalTo(99), "cost.currency", equalTo("USD"), "endedAt", notNullValue());
        owner.get("/work-orders?ticketId=" + ticket).then().body("items.status", contains("CANCELED"));
        owner.get("/work-orders?status=DONE&quoteId=" + quote).then().body("items", hasSize(1));
    }
}
