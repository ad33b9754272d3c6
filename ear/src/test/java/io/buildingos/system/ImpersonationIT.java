package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A super admin inside a tenant: for an hour, in full view. */
@SystemTest
class ImpersonationIT {
    @Test
    void thePageIsToldWhoIsInsideAndUntilWhen(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor platform = Company.superAdmin(stack);
        Response me = inside(stack, platform, company).get("/auth/me");
        me.then()
                .statusCode(200)
                .body("tenantId", equalTo(company.id().toString()))
                .body("impersonation.superAdminId", equalTo(platform.userId().toString()))
                .body("impersonation.superAdminName", equalTo("Somebody"))
                .body("impersonation.tenantName", equalTo("Company"));
        Instant started = Instant.parse(me.path("impersonation.startedAt"));
        assertEquals(started.plus(Duration.ofMinutes(60)), Instant.parse(me.path("impersonation.endsAt")));
        company.owner().get("/auth/me").then().body("impersonation", equalTo(null));
    }

    @Test
    void isOverAfterAnHourHoweverOftenItsTokenIsRenewed(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor platform = Company.superAdmin(stack);
        Response begun = begin(platform, company);
        String refresh = begun.path("refreshToken");
        Visitor renewing = Visitor.stranger(stack);
        String next = renewing.refresh(refresh).then().statusCode(200).extract().path("refreshToken");
        String session = Sql.one(
                stack,
                "select id from sessions where tenant_id = ? and impersonator_id is not null"
                        + " and expires_at = created_at + interval '60 minutes'",
                company.id());
        Sql.change(stack, "update sessions set expires_at = now() where id = ?::uuid", session);
        renewing.refresh(next).then().statusCode(401);
    }

    @Test
    void bothSidesAreToldOfItsBeginningAndEnd(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor owner = company.owner();
        Actor platform = Company.superAdmin(stack);
        inside(stack, platform, company).post("/auth/logout").then().statusCode(204);
        for (String action : List.of("impersonation.started", "impersonation.ended")) {
            owner.get("/audit?action=" + action)
                    .then()
                    .body("items.actorId", contains(platform.userId().toString()));
            platform.get("/platform/audit?action=" + action + "&actorId=" + platform.userId())
                    .then()
                    .body("items.tenantId", containsInAnyOrder(company.id().toString(), null))
                    .body(
                            "items.entityId",
                            contains(company.id().toString(), company.id().toString()));
        }
    }

    @Test
    void thePlatformRevokesWhatGoesOnInATenant(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Company other = Company.on(stack, "FREE");
        Actor platform = Company.superAdmin(stack);
        Actor colleague = Company.superAdmin(stack);
        Actor inside = inside(stack, platform, company);
        Actor elsewhere = inside(stack, platform, other);
        String path = "/platform/tenants/" + company.id() + "/impersonation";
        inside.get("/buildings").then().statusCode(200);
        company.owner().delete(path, 0).then().statusCode(403);
        inside.delete(path, 0).then().statusCode(403);
        colleague.delete(path, 0).then().statusCode(204);
        inside.get("/buildings").then().statusCode(401);
        elsewhere.get("/buildings").then().statusCode(200);
        platform.get("/platform/tenants").then().statusCode(200);
        colleague.delete(path, 0).then().statusCode(404);
        company.owner()
                .get("/audit?action=impersonation.ended")
                .then()
                .body("items.changes.reason", contains("revoked by the platform"))
                .body("items.actorId", contains(colleague.userId().toString()));
    }

    @Test
    void endsWithTheSuperAdminsOwnSessionsAndTheTenantIsTold(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor platform = Company.superAdmin(stack);
        Actor inside = inside(stack, platform, company);
        platform.post("/auth/logout-all").then().statusCode(204);
        inside.get("/buildings").then().statusCode(401);
        company.owner().get("/audit?action=impersonation.ended").then().body("items", hasSize(1));
    }

    @Test
    void actsInTheTenantAndNeverOnTheAccountOrThePlatform(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor inside = inside(stack, Company.superAdmin(stack), company);
        inside.post("/auth/switch", "{\"tenantId\":\"%s\"}", company.id())
                .then()
                .statusCode(404);
        inside.post("/auth/logout-all").then().statusCode(403);
        inside.get("/auth/sessions").then().statusCode(403);
        inside.post("/platform/tenants/" + company.id() + "/impersonation")
                .then()
                .statusCode(403);
        inside.get("/platform/audit").then().statusCode(403);
    }

    @Test
    void whoIsNoSuperAdminAnyMoreIsInsideNoMore(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor platform = Company.superAdmin(stack);
        Actor inside = inside(stack, platform, company);
        Sql.change(stack, "update users set super_admin = false where id = ?", platform.userId());
        inside.get("/buildings").then().statusCode(403);
    }

    private static Response begin(Actor platform, Company company) {
        Response begun = platform.post("/platform/tenants/" + company.id() + "/impersonation");
        begun.then().statusCode(200);
        return begun;
    }

    private static Actor inside(TestStack stack, Actor platform, Company company) {
        return new Actor(
                stack.base(), platform.userId(), begin(platform, company).path("accessToken"));
    }
}
