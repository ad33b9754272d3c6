package io.buildingos.system;

import static io.buildingos.system.VendorWork.id;
import static io.buildingos.system.VendorWork.serve;
import static io.buildingos.system.VendorWork.vendor;
import static io.buildingos.system.VendorWork.work;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class VendorsIT {
    private static final String AMOUNT = "{\"amount\":{\"amountMinor\":150000,\"currency\":\"ARS\"}}";
    private static final String WHY = "{\"reason\":\"Too expensive\"}";

    @Test
    void namesAreUniqueWithoutCaseInTheTenant(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID vendor = vendor(owner, "Lifts & Co");
        owner.post("/vendors", "{\"name\":\" LIFTS &  co\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("VENDOR_NAME_TAKEN"));
        vendor(Company.on(stack, "PRO").owner(), "Lifts & Co");
        owner.patch("/vendors/" + vendor, 7, "{\"taxId\":\"30-1234\"}").then().statusCode(412);
        owner.patch("/vendors/" + vendor, 0, "{\"taxId\":\"30-1234\",\"email\":\"info@example.com\"}")
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("taxId", equalTo("30-1234"), "name", equalTo("Lifts & Co"));
        owner.patch("/vendors/" + vendor, 1, "{\"email\":\"nonsense\"}").then().statusCode(422);
        owner.get("/vendors?q=30-12").then().body("items.id", contains(vendor.toString()));
        owner.get("/audit?entity=vendor&entityId=" + vendor)
                .then()
                .body("items.action", containsInAnyOrder("vendor.created", "vendor.described"));
    }

    @Test
    void archivedOnesGetNoNewWork(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Painters");
        home.owner().post("/vendors/" + vendor + "/restore").then().statusCode(409);
        home.owner()
                .post("/vendors/" + vendor + "/archive")
                .then()
                .statusCode(200)
                .body("archivedAt", notNullValue());
        home.owner().post("/vendors/" + vendor + "/archive").then().statusCode(409);
        home.owner()
                .patch("/vendors/" + vendor, 1, "{\"name\":\"Other\"}")
                .then()
                .statusCode(409);
        work(home.owner(), "/quotes", vendor, home.tower(), "").then().statusCode(409);
        work(home.owner(), "/work-orders", vendor, home.tower(), "").then().statusCode(409);
        home.owner().get("/vendors?archived=false").then().body("items", hasSize(0));
        home.owner()
                .post("/vendors/" + vendor + "/restore")
                .then()
                .statusCode(200)
                .body("archivedAt", nullValue());
        work(home.owner(), "/quotes", vendor, home.tower(), "").then().statusCode(201);
    }

    @Test
    void doWhatTheyDoBuildingByBuilding(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Lifts & Co");
        serve(home.owner(), vendor, home.tower(), "[\"Lifts\",\"lifts\",\"Doors\"]")
                .then()
                .statusCode(200)
                .body("services.service", contains("Doors", "Lifts"));
        serve(home.owner(), vendor, home.elsewhere(), "[\"Lifts\"]").then().body("services", hasSize(3));
        serve(home.owner(), vendor, home.tower(), "[]").then().body("services", hasSize(1));
        serve(home.owner(), vendor, home.tower(), "[\" \"]").then().statusCode(422);
        home.owner().get("/vendors?buildingId=" + home.tower()).then().body("items", hasSize(0));
        home.owner()
                .get("/vendors?buildingId=" + home.elsewhere())
                .then()
                .body("items.services[0].service", contains("Lifts"));
    }

    @Test
    void quotesGoFromRequestToDecisionAndNowhereElse(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Painters");
        Map<String, List<String>> ways = Map.of(
                "REQUESTED", List.of(),
                "RECEIVED", List.of("receive"),
                "APPROVED", List.of("receive", "approve"),
                "REJECTED", List.of("receive", "reject"));
        Map<String, String> acts = Map.of("receive", "RECEIVED", "approve", "APPROVED", "reject", "REJECTED");
        Map<String, String> bodies = Map.of("receive", AMOUNT, "approve", "{}", "reject", WHY);
        for (String state : ways.keySet()) {
            for (String act : acts.keySet()) {
                String quote = "/quotes/" + id(work(home.owner(), "/quotes", vendor, home.tower(), ""));
                ways.get(state)
                        .forEach(step -> home.owner()
                                .post(quote + "/" + step, bodies.get(step))
                                .then()
                                .statusCode(200));
                boolean legal = state.equals("REQUESTED")
                        ? act.equals("receive")
                        : state.equals("RECEIVED") && !act.equals("receive");
                Response answer = home.owner().post(quote + "/" + act, bodies.get(act));
                answer.then().statusCode(legal ? 200 : 409);
                home.owner().get(quote).then().body("status", equalTo(legal ? acts.get(act) : state));
                if (!legal) {
                    answer.then().body("code", equalTo("ILLEGAL_STATE_CHANGE"));
                }
            }
        }
    }

    @Test
    void aReceivedQuoteIsToldToThoseWhoDecide(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor administrator = home.company().member("TENANT_ADMIN", null);
        String quote =
                "/quotes/" + id(work(home.owner(), "/quotes", vendor(home.owner(), "Painters"), home.tower(), ""));
        home.operator().post(quote + "/receive", AMOUNT).then().statusCode(200);
        for (Actor deciding : List.of(home.owner(), administrator)) {
            deciding.get("/notifications")
                    .then()
                    .body("items.title", contains("Quote received from Painters"))
                    .body("items.subjectType", contains("quote"));
        }
        home.operator().get("/notifications").then().body("items", hasSize(0));
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String quote =
                "/quotes/" + id(work(home.owner(), "/quotes", vendor(home.owner(), "Painters"), home.tower(), ""));
        home.owner().post(quote + "/receive", AMOUNT).then().statusCode(200);
        List<Response> answers = Actor.atOnce(
                16,
                number -> number % 2 == 0
                        ? home.owner().post(quote + "/approve")
                        : home.owner().post(quote + "/reject", WHY));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
    }

    @Test
    void aQuotesFileIsADocumentThatStaysWithIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        UUID offer = TestFiles.document(owner, "offer.pdf", "CONTRACT", "ADMINS", home.tower(), null);
        UUID elsewheres = TestFiles.document(owner, "other.pdf", "CONTRACT", "ADMINS", home.elsewhere(), null);
        UUID strangers = TestFiles.document(Company.on(stack, "PRO").owner(), "d.pdf", "OTHER", "ADMINS", null, null);
        String quote = "/quotes/" + id(work(owner, "/quotes", vendor(owner, "Painters"), home.tower(), ""));
        owner.post(quote + "/receive", offered(elsewheres))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("documentId"));
        owner.post(quote + "/receive", offered(strangers)).then().statusCode(404);
        home.operator().post(quote + "/receive", offered(elsewheres)).then().statusCode(404);
        home.operator()
                .post(quote + "/receive", offered(offer))
                .then()
                .statusCode(200)
                .body("documentId", equalTo(offer.toString()));
        home.operator().get("/documents/" + offer).then().statusCode(200);
        owner.delete("/documents/" + offer, 0).then().statusCode(409).body("code", equalTo("CONFLICT"));
        owner.get("/audit?action=quote.received")
                .then()
                .body("items[0].changes.documentId.to", equalTo(offer.toString()));
    }

    private static String offered(UUID document) {
        return AMOUNT.replaceFirst("}$", ",\"documentId\":\"" + document + "\"}");
    }

    @Test
    void quotesNameAnAmountOfMoneyThereIs(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String quote =
                "/quotes/" + id(work(home.owner(), "/quotes", vendor(home.owner(), "Painters"), home.tower(), ""));
        home.owner().get(quote).then().body("amount", nullValue());
        for (String bad : List.of(
                "0,\"currency\":\"ARS\"",
                "-1,\"currency\":\"ARS\"",
                "1,\"currency\":\"ZZZ\"",
                "1,\"currency\":\"peso\"")) {
            home.owner()
                    .post(quote + "/receive", "{\"amount\":{\"amountMinor\":" + bad + "}}")
                    .then()
                    .statusCode(422);
        }
        home.owner()
                .post(quote + "/receive", AMOUNT)
                .then()
                .statusCode(200)
                .body("amount.amountMinor", equalTo(150000), "amount.currency", equalTo("ARS"))
                .body("receivedAt", notNullValue());
        home.owner().post(quote + "/reject", "{\"reason\":\" \"}").then().statusCode(422);
        home.owner()
                .post(quote + "/reject", WHY)
                .then()
                .body(
                        "reason",
                        equalTo("Too expensive"),
                        "decidedBy",
                        equalTo(home.owner().userId().toString()));
    }

    @Test
    void onlyAnOwnerOrAdministratorDecidesOnAQuote(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Painters");
        String quote = "/quotes/" + id(work(home.operator(), "/quotes", vendor, home.tower(), ""));
        home.operator().post(quote + "/receive", AMOUNT).then().statusCode(200);
        for (Actor none : List.of(home.operator(), home.company().member("OPERATOR", null), home.resident())) {
            none.post(quote + "/approve").then().statusCode(403);
            none.post(quote + "/reject", WHY).then().statusCode(403);
        }
        home.company()
                .member("TENANT_ADMIN", home.elsewhere())
                .post(quote + "/approve")
                .then()
                .statusCode(404);
        home.company()
                .member("TENANT_ADMIN", home.tower())
                .post(quote + "/approve")
                .then()
                .statusCode(200);
    }

    @Test
    void aRoleOverOneBuildingReachesItsVendorsQuotesAndOrders(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor operator = home.operator();
        UUID near = vendor(home.owner(), "Near");
        UUID far = vendor(home.owner(), "Far");
        UUID fresh = vendor(operator, "Fresh");
        serve(home.owner(), near, home.tower(), "[\"Lifts\"]");
        serve(home.owner(), near, home.elsewhere(), "[\"Doors\"]");
        serve(home.owner(), far, home.elsewhere(), "[\"Lifts\"]");
        operator.get("/vendors").then().body("items.name", contains("Fresh", "Near"));
        operator.get("/vendors/" + near).then().body("services.service", contains("Lifts"));
        operator.get("/vendors/" + far).then().statusCode(404);
        operator.patch("/vendors/" + far, 1, "{\"name\":\"Mine\"}").then().statusCode(404);
        serve(operator, fresh, home.elsewhere(), "[\"Lifts\"]").then().statusCode(404);
        serve(operator, fresh, home.tower(), "[\"Lifts\"]").then().statusCode(200);
        for (String path : List.of("/quotes", "/work-orders")) {
            work(operator, path, near, home.elsewhere(), "").then().statusCode(404);
            work(operator, path, far, home.tower(), "").then().statusCode(404);
            work(operator, path, near, home.tower(), "").then().statusCode(201);
            String outside = path + "/" + id(work(home.owner(), path, far, home.elsewhere(), ""));
            operator.get(outside).then().statusCode(404);
            operator.post(
                            outside + (path.equals("/quotes") ? "/receive" : "/complete"),
                            path.equals("/quotes") ? AMOUNT : "{}")
                    .then()
                    .statusCode(404);
            operator.get(path)
                    .then()
                    .body("items.buildingId", contains(home.tower().toString()));
        }
    }

    @Test
    void residentsAndOtherTenantsSeeNothingOfIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID vendor = vendor(home.owner(), "Painters");
        String quote = "/quotes/" + id(work(home.owner(), "/quotes", vendor, home.tower(), ""));
        String order = "/work-orders/" + id(work(home.owner(), "/work-orders", vendor, home.tower(), ""));
        Neighbourhood other = Neighbourhood.on(stack);
        for (String path : List.of("/vendors/" + vendor, quote, order)) {
            home.resident().get(path).then().statusCode(403);
            other.owner().get(path).then().statusCode(404);
        }
        for (String path : List.of("/vendors", "/quotes", "/work-orders")) {
            home.resident().get(path).then().statusCode(403);
            other.owner().get(path).then().body("items", hasSize(0));
        }
        other.owner().post(quote + "/receive", AMOUNT).then().statusCode(404);
        other.owner().post(order + "/start").then().statusCode(404);
        work(other.owner(), "/quotes", vendor, other.tower(), "").then().statusCode(404);
        work(other.owner(), "/quotes", vendor(other.owner(), "Own"), home.tower(), "")
                .then()
                .statusCode(404);
        serve(other.owner(), vendor, other.tower(), "[]").then().statusCode(404);
    }
}
