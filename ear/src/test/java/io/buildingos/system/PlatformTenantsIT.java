package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class PlatformTenantsIT {

    @Test
    void aSuspendedTenantIsReadNotChangedUntilActivated(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        company.owner().building("Tower");
        Actor platform = Company.superAdmin(stack);
        String tenant = "/platform/tenants/" + company.id();
        platform.post(tenant + "/activate").then().statusCode(409).body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        platform.post(tenant + "/suspend").then().statusCode(200).body("status", equalTo("SUSPENDED"));
        Actor owner = company.owner();
        owner.get("/buildings").then().statusCode(200).body("items.name", contains("Tower"));
        owner.post("/buildings", "{\"name\":\"New\",\"address\":\"\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("TENANT_SUSPENDED"));
        owner.patch("/tenant", 1, "{\"name\":\"Other\"}").then().statusCode(403);
        platform.post(tenant + "/activate").then().statusCode(200);
        company.owner().building("New");
        owner.get("/audit?entity=tenant").then().body("items.action", contains("tenant.activated", "tenant.suspended"));
    }

    @Test
    void opensRenamesAndClosesForGood(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String slug = "new-" + UUID.randomUUID();
        String opening = """
                {"name":"New","slug":"%s","type":"SELF_MANAGED_BUILDING","currency":"EUR","locale":"es","timeZone":"%s",\
                "plan":"BASIC","ownerEmail":"%s@example.com"}""";
        platform.post("/platform/tenants", opening, slug, "Mars/Olympus", slug)
                .then()
                .statusCode(422);
        UUID id = platform.create("/platform/tenants", opening, slug, "Europe/Madrid", slug);
        platform.post("/platform/tenants", opening, slug, "Europe/Madrid", "b" + slug)
                .then()
                .statusCode(409)
                .body("code", equalTo("SLUG_TAKEN"));
        platform.get("/platform/audit?action=invitation.created&tenantId=" + id)
                .then()
                .body("items.changes.email.to", contains(slug + "@example.com"))
                .body("items.changes.role.to", contains("TENANT_OWNER"));
        String tenant = "/platform/tenants/" + id;
        platform.get("/platform/tenants?q=" + slug)
                .then()
                .body("items.id", contains(id.toString()), "items.plan", contains("BASIC"));
        platform.patch(tenant, 0, "{\"name\":\"Renamed\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"));
        platform.patch(tenant, 0, "{\"name\":\"Stale\"}").then().statusCode(412);
        platform.patch(tenant, 1, "{\"currency\":\"USD\"}").then().statusCode(400);
        platform.post(tenant + "/close").then().statusCode(200).body("status", equalTo("CLOSED"));
        platform.post(tenant + "/activate").then().statusCode(409);
        platform.get("/platform/audit?tenantId=" + id).then().body("items.action", hasItem("tenant.closed"));
        platform.get("/platform/statistics").then().body("tenants.CLOSED", greaterThan(0));
    }

    @Test
    void nobodyGetsIntoAClosedTenant(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        owner.get("/buildings").then().statusCode(200);
        Actor platform = Company.superAdmin(stack);
        platform.post("/platform/tenants/" + company.id() + "/close").then().statusCode(200);
        owner.get("/buildings").then().statusCode(403);
        company.owner().get("/buildings").then().statusCode(403);
        platform.post("/platform/tenants/" + company.id() + "/impersonation")
                .then()
                .statusCode(409);
    }

    @Test
    void anImpersonationActsAsAnAdministratorAndShows(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        Actor platform = Company.superAdmin(stack);
        String token = platform.post("/platform/tenants/" + company.id() + "/impersonation")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        Actor inside = new Actor(stack.base(), platform.userId(), token);
        UUID tower = inside.building("Tower");
        inside.get("/platform/tenants").then().statusCode(403);
        owner.get("/audit?entityId=" + tower)
                .then()
                .body("items.impersonatorId", contains(platform.userId().toString()));
        owner.get("/audit?action=impersonation.started").then().body("items", hasSize(1));
        owner.post("/platform/tenants/" + company.id() + "/impersonation")
                .then()
                .statusCode(403);
        inside.post("/auth/logout").then().statusCode(204);
        inside.get("/buildings").then().statusCode(401);
        platform.get("/platform/tenants").then().statusCode(200);
    }

    @Test
    void showsWhatTheDatabaseSpendsItsTimeOnWithoutValues(TestStack stack) throws Exception {
        UUID tower = Company.on(stack, "PRO").owner().building("Tower of Secrets");
        Response costliest = Company.superAdmin(stack).get("/platform/slow-queries");
        costliest
                .then()
                .statusCode(200)
                .body("counted", equalTo(true), "items.calls", everyItem(greaterThan(0)))
                .body("items.query", hasItem(containsString("set_config")));
        assertFalse(costliest.asString().contains("Tower of Secrets")
                || costliest.asString().contains(tower.toString()));
    }

    @Test
    void onlyTheSuperAdminGetsHere(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        for (String path : new String[] {
            "/platform/tenants", "/platform/tenants/" + company.id(), "/platform/audit", "/platform/statistics"
        }) {
            owner.get(path).then().statusCode(403);
        }
        owner.put("/platform/tenants/" + company.id() + "/plan", "{\"plan\":\"ENTERPRISE\"}")
                .then()
                .statusCode(403);
        Company.superAdmin(stack).get("/buildings").then().statusCode(403);
    }

    @Test
    void settingsAreCheckedAndTheCurrencyIsFixedWithTheFirstUnit(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        owner.patch(
                        "/tenant",
                        0,
                        "{\"branding\":{\"primaryColor\":\"#00AAff\",\"brandName\":\"Acme\"},\"currency\":\"ARS\"}")
                .then()
                .statusCode(200)
                .body("branding.primaryColor", equalTo("#00AAff"), "currency", equalTo("ARS"));
        owner.patch("/tenant", 1, "{\"branding\":{\"primaryColor\":\"blue\"}}")
                .then()
                .statusCode(422);
        owner.patch("/tenant", 1, "{\"timeZone\":\"Mars/Olympus\",\"currency\":\"QQQ\"}")
                .then()
                .statusCode(422)
                .body("violations.field", contains("currency", "timeZone"));
        owner.patch("/tenant", 1, "{\"slug\":\"other\"}").then().statusCode(400);
        owner.unit(owner.building("Tower"), "1");
        owner.patch("/tenant", 1, "{\"currency\":\"EUR\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("CURRENCY_FROZEN"));
        owner.patch("/tenant", 1, "{\"branding\":null}").then().statusCode(200);
        company.member("OPERATOR", null).get("/tenant").then().statusCode(403);
    }
}
