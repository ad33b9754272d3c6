package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a tenant asks the platform, from both sides. */
@SystemTest
class SupportTicketsIT {
    @Test
    void theStatusSaysWhoIsToSpeakNext(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor owner = company.owner();
        Actor platform = Company.superAdmin(stack);
        UUID id = ask(owner, "Invoices");
        String ours = "/support-tickets/" + id;
        String theirs = "/platform/support-tickets/" + id;
        owner.get(ours)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"), "category", equalTo("BILLING"), "closedAt", nullValue());
        say(platform, theirs, "Here they are");
        owner.get(ours).then().body("status", equalTo("ANSWERED"));
        say(owner, ours, "One is missing");
        platform.get(theirs).then().body("status", equalTo("OPEN"), "tenantName", equalTo("Company"));
        owner.get(ours + "/messages")
                .then()
                .body("items.body", contains("Where are they?", "Here they are", "One is missing"))
                .body("items.fromPlatform", contains(false, true, false))
                .body("items.authorName", hasSize(3));
        platform.get(theirs + "/messages?sort=-createdAt").then().body("items[0].body", equalTo("One is missing"));

        platform.post(theirs + "/close").then().statusCode(200).body("status", equalTo("CLOSED"));
        owner.get(ours).then().body("closedAt", notNullValue());
        Map<String, Actor> sides = Map.of(ours, owner, theirs, platform);
        for (String path : sides.keySet()) {
            Actor side = sides.get(path);
            side.post(path + "/messages", "{\"body\":\"Too late\"}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ILLEGAL_STATE_CHANGE"));
            side.post(path + "/close").then().statusCode(409);
        }
        owner.post(ours + "/reopen").then().statusCode(200).body("status", equalTo("OPEN"), "closedAt", nullValue());
        owner.post(ours + "/reopen").then().statusCode(409);
        owner.post(ours + "/close").then().statusCode(200);
        platform.post(theirs + "/reopen").then().statusCode(200);
    }

    @Test
    void whatBothSidesDoStandsInTheTenantsLog(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        Actor platform = Company.superAdmin(stack);
        UUID id = ask(owner, "Invoices");
        say(platform, "/platform/support-tickets/" + id, "Here they are");
        say(owner, "/support-tickets/" + id, "Thanks");
        platform.post("/platform/support-tickets/" + id + "/close").then().statusCode(200);
        owner.post("/support-tickets/" + id + "/reopen").then().statusCode(200);
        owner.get("/audit?entityId=" + id)
                .then()
                .body(
                        "items.action",
                        contains(
                                "support-ticket.reopened",
                                "support-ticket.closed",
                                "support-ticket.written",
                                "support-ticket.answered",
                                "support-ticket.created"))
                .body("items[1].actorId", equalTo(platform.userId().toString()))
                .body("items[1].changes.status.to", equalTo("CLOSED"))
                .body("items[3].changes.message.body", equalTo("Here they are"));
    }

    @Test
    void isSeenByThoseWhoAdministerTheTenantAndByThePlatformAlone(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID id = ask(home.owner(), "Invoices");
        String path = "/support-tickets/" + id;
        home.company().member("TENANT_ADMIN", null).get(path).then().statusCode(200);
        for (Actor nobody : List.of(
                home.operator(),
                home.resident(),
                home.company().member("TENANT_ADMIN", home.tower()),
                Company.superAdmin(stack))) {
            nobody.get(path).then().statusCode(403);
            nobody.get(path + "/messages").then().statusCode(403);
            nobody.get("/support-tickets").then().statusCode(403);
            nobody.post(path + "/messages", "{\"body\":\"Hello\"}").then().statusCode(403);
            nobody.post(path + "/close").then().statusCode(403);
            nobody.post("/support-tickets", question("Mine")).then().statusCode(403);
        }
        Actor stranger = Company.on(stack, "PRO").owner();
        for (String address : List.of(path, path + "/messages")) {
            stranger.get(address).then().statusCode(404);
        }
        stranger.post(path + "/messages", "{\"body\":\"Hello\"}").then().statusCode(404);
        stranger.post(path + "/close").then().statusCode(404);
        stranger.get("/support-tickets").then().statusCode(200).body("items", hasSize(0));
        home.owner().get("/platform/support-tickets").then().statusCode(403);
        home.owner().get("/platform" + path).then().statusCode(403);
    }

    @Test
    void thePlatformFindsWhatWaitsOfAnyTenant(TestStack stack) throws Exception {
        Company first = Company.on(stack, "FREE");
        Company second = Company.on(stack, "FREE");
        UUID waiting = ask(first.owner(), "First");
        UUID answered = ask(second.owner(), "Second");
        Actor platform = Company.superAdmin(stack);
        say(platform, "/platform/support-tickets/" + answered, "Done");
        platform.get("/platform/support-tickets?limit=200&sort=-updatedAt&status=OPEN")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(waiting.toString()), "items.id", not(hasItem(answered.toString())));
        platform.get("/platform/support-tickets?tenantId=" + second.id())
                .then()
                .body("items.id", contains(answered.toString()), "items.status", contains("ANSWERED"));
        platform.get("/platform/support-tickets?category=OTHER&tenantId=" + first.id())
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void eachSideIsToldOfWhatTheOtherSaid(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor owner = company.owner();
        Actor silent = company.owner();
        Actor platform = Company.superAdmin(stack);
        // Of two tenants: the feed of the other one stays as it is.
        Actor elsewhere = Company.on(stack, "FREE").resident(owner.userId());
        UUID id = ask(owner, "Invoices of " + company.id());
        String mailed = "select count(*) from mail_outbox where template = 'SUPPORT_REQUESTED' and tenant_id = ?"
                + " and recipient = ?";
        assertEquals("1", Sql.one(stack, mailed, company.id(), platform.userId() + "@example.com"));
        say(platform, "/platform/support-tickets/" + id, "Here they are");
        owner.get("/notifications")
                .then()
                .body("items.type", contains("SUPPORT_ANSWERED"))
                .body("items.subjectType", contains("support-ticket"), "items.subjectId", contains(id.toString()));
        silent.get("/notifications").then().body("items", hasSize(0));
        elsewhere.get("/notifications").then().body("items", hasSize(0));
        assertEquals("1", Sql.one(stack, mailed, company.id(), platform.userId() + "@example.com"));
        List<String> letters = Eventually.until(
                Duration.ofSeconds(30),
                () -> Mails.to(stack, platform.userId() + "@example.com"),
                received -> !received.isEmpty());
        assertTrue(letters.get(0).contains("/platform/support-tickets/" + id), letters::toString);
    }

    @Test
    void aSuspendedTenantReadsWhatItIsAnswered(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        UUID id = ask(company.owner(), "Why?");
        Actor platform = Company.superAdmin(stack);
        platform.post("/platform/tenants/" + company.id() + "/suspend").then().statusCode(200);
        say(platform, "/platform/support-tickets/" + id, "Unpaid");
        Actor owner = company.owner();
        owner.get("/support-tickets/" + id).then().statusCode(200).body("status", equalTo("ANSWERED"));
        owner.post("/support-tickets/" + id + "/messages", "{\"body\":\"Paid\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("TENANT_SUSPENDED"));
    }

    @Test
    void refusesWhatSaysNothing(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        for (String nothing : List.of("", " \\t\\n", "x".repeat(5001))) {
            owner.post(
                            "/support-tickets",
                            "{\"title\":\"%s\",\"category\":\"OTHER\",\"message\":\"%s\"}",
                            nothing,
                            nothing)
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItem("title"))
                    .body("violations.field", hasItem("message"));
        }
        owner.post("/support-tickets", "{\"title\":\"A\",\"category\":\"PRAISE\",\"message\":\"B\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void nothingSaidAtOnceIsLost(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        Actor platform = Company.superAdmin(stack);
        UUID id = ask(owner, "At once");
        Actor.atOnce(
                        16,
                        number -> number % 2 == 0
                                ? owner.post("/support-tickets/" + id + "/messages", "{\"body\":\"Ours\"}")
                                : platform.post(
                                        "/platform/support-tickets/" + id + "/messages", "{\"body\":\"Theirs\"}"))
                .forEach(answer -> answer.then().statusCode(201));
        owner.get("/support-tickets/" + id + "/messages").then().body("items", hasSize(17));
        owner.get("/support-tickets/" + id).then().body("version", equalTo(16));
        List<Integer> closed = Actor.atOnce(16, number -> owner.post("/support-tickets/" + id + "/close")).stream()
                .map(answer -> answer.statusCode())
                .sorted()
                .toList();
        assertEquals(200, closed.get(0));
        assertEquals(409, closed.get(1));
    }

    private static UUID ask(Actor actor, String title) {
        return actor.create("/support-tickets", question(title));
    }

    private static String question(String title) {
        return "{\"title\":\"" + title + "\",\"category\":\"BILLING\",\"message\":\"Where are they?\"}";
    }

    private static void say(Actor actor, String path, String body) {
        actor.post(path + "/messages", "{\"body\":\"%s\"}", body).then().statusCode(201);
    }
}
