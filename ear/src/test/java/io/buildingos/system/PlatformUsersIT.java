package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class PlatformUsersIT {

    @Test
    void findsUsersAcrossTenants(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        Actor platform = Company.superAdmin(stack);
        platform.get("/platform/users?q=" + owner.userId())
                .then()
                .body("items.id", contains(owner.userId().toString()), "items.superAdmin", contains(false));
        platform.get("/platform/users?tenantId=" + company.id())
                .then()
                .body("items.id", contains(owner.userId().toString()));
        platform.get("/platform/tenants?userId=" + owner.userId())
                .then()
                .body("items.id", contains(company.id().toString()));
        platform.get("/platform/tenants?userId=" + platform.userId()).then().body("items", hasSize(0));
        platform.get("/platform/users?superAdmin=true&q=" + platform.userId())
                .then()
                .body("items", hasSize(1));
        platform.get("/platform/users?superAdmin=true&q=" + owner.userId())
                .then()
                .body("items", hasSize(0));
        platform.get("/platform/users/" + UUID.randomUUID()).then().statusCode(404);
        owner.get("/platform/users").then().statusCode(403);
    }

    @Test
    void aDisabledUserIsOutWithinAMinuteAndInAgainWhenEnabled(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        String user = owner.get("/auth/me").path("user.id");
        Actor platform = Company.superAdmin(stack);
        String address = "/platform/users/" + user;
        platform.post(address + "/enable").then().statusCode(409);
        platform.post(address + "/disable").then().statusCode(200).body("disabledAt", notNullValue());
        Eventually.until(Duration.ofSeconds(60), () -> owner.get("/auth/me").statusCode(), status -> status == 401);
        owner.refresh(owner.refreshToken()).then().statusCode(401);
        owner.login().then().statusCode(401);
        platform.post(address + "/disable").then().statusCode(409);
        platform.get("/platform/users?disabled=true&q=" + owner.email()).then().body("items", hasSize(1));

        platform.post(address + "/enable").then().statusCode(200).body("disabledAt", nullValue());
        owner.login().then().statusCode(200);
        platform.get("/platform/audit?entityId=" + user + "&action=user.disabled")
                .then()
                .body("items.actorId", contains(platform.userId().toString()))
                .body("items[0].changes.disabledAt.to", notNullValue());
    }

    @Test
    void nobodyShutsThemselvesOutNorTheLastOneWhoCouldLetThemIn(TestStack stack) throws Exception {
        Actor one = Company.superAdmin(stack);
        Actor two = Company.superAdmin(stack);
        one.post("/platform/users/" + one.userId() + "/disable").then().statusCode(409);
        List<Response> answers = Actor.atOnce(
                2,
                number -> number == 0
                        ? one.post("/platform/users/" + two.userId() + "/disable")
                        : two.post("/platform/users/" + one.userId() + "/disable"));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 401).count());
    }

    @Test
    void invitesAnOwnerAgainOnlyWhereNoneCanLogIn(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String slug = "astray-" + UUID.randomUUID();
        UUID id = platform.create("/platform/tenants", """
                {"name":"Astray","slug":"%s","type":"SELF_MANAGED_BUILDING","currency":"EUR","locale":"en",\
                "timeZone":"UTC","plan":"BASIC","ownerEmail":"%s@example.com"}""", slug, slug);
        String address = "/platform/tenants/" + id + "/owner-invitation";
        String astray = Mails.token(stack, slug + "@example.com", "accept-invitation");
        Visitor owner = Visitor.stranger(stack);
        platform.post(address, Body.of("email", owner.email()))
                .then()
                .statusCode(200)
                .body("role", equalTo("TENANT_OWNER"), "status", equalTo("PENDING"));
        accept(Visitor.stranger(stack), astray).then().statusCode(404);
        accept(owner, Mails.token(stack, owner.email(), "accept-invitation"))
                .then()
                .statusCode(201);
        platform.post(address, Body.of("email", slug + "@example.com"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_STATE_CHANGE"));

        owner.login().then().statusCode(200);
        String user = owner.get("/auth/me").path("user.id");
        platform.post("/platform/users/" + user + "/disable").then().statusCode(200);
        platform.post(address, Body.of("email", slug + "@example.com")).then().statusCode(200);
        platform.post("/platform/tenants/" + id + "/close").then().statusCode(200);
        platform.post(address, Body.of("email", slug + "@example.com")).then().statusCode(409);
        platform.post("/platform/tenants/" + UUID.randomUUID() + "/owner-invitation", Body.of("email", owner.email()))
                .then()
                .statusCode(404);
    }

    private static Response accept(Visitor somebody, String token) {
        return somebody.post(
                "/invitations/accept", Body.of("token", token, "name", "Olga", "password", Visitor.PASSWORD));
    }
}
