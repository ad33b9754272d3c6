package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@SystemTest
class SeedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SEEDED = "from %s x join tenants t on t.id = x.tenant_id where t.slug like 'tenant-_'";

    @Test
    void doublesNothingWhenItRunsTwice(TestStack stack) {
        stack.runJob("seed");
        List<String> once = counts(stack);
        stack.runJob("seed");
        assertEquals(once, counts(stack));
        assertEquals("2", Sql.one(stack, "select count(*) from tenants where slug in ('tenant-a', 'tenant-b')"));
    }

    @Test
    void sharesOfEverySeededBuildingSumToOne(TestStack stack) {
        stack.runJob("seed");
        assertEquals(
                "0",
                Sql.one(
                        stack,
                        "select count(*) from (select 1 " + SEEDED.formatted("units")
                                + " group by building_id having sum(share) <> 1) wrong"));
    }

    @Test
    void everyRoleOfTheDemonstrationLogsInAndSeesItsOwn(TestStack stack) {
        stack.runJob("seed");
        for (String role : List.of("owner", "admin", "operator")) {
            demo(stack, role + ".a")
                    .get("/buildings")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.name",
                            hasItems("Avenida Corrientes 100", "Avenida Santa Fe 120", "Calle Florida 110"));
        }
        Visitor resident = demo(stack, "resident.b");
        resident.get("/buildings").then().statusCode(200).body("items", hasSize(1));
        demo(stack, "superadmin").get("/platform/jobs").then().statusCode(200);
    }

    @Test
    void tellsTheSuperAdminHowALaunchedJobFares(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        stack.awaitIdle("seed");
        Response launched = platform.post("/platform/jobs/seed/executions", "{\"parameters\":{\"units\":\"4\"}}");
        launched.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/platform/executions/" + launched.path("id")))
                .body("parameters.units", equalTo("4"), "parameters.tenants", equalTo("2"));
        String execution = "/platform/executions/" + launched.path("id");
        Eventually.until(PATIENCE, () -> platform.get(execution).path("status"), "COMPLETED"::equals);
        platform.get(execution)
                .then()
                .body("steps.name", contains("tenants", "units", "shares"))
                .body("steps.status", everyItem(equalTo("COMPLETED")))
                .body("steps[1].readCount", equalTo(2 * 3 * 4), "steps[1].partitions", hasSize(2))
                .body("progress.done", equalTo(2 + 2 * 3 * 4), "progress.total", equalTo(2 + 2 * 3 * 4))
                .body("door", equalTo("API"), "error", nullValue())
                .body("steps.failure", everyItem(nullValue()));
        platform.post(execution + "/restart").then().statusCode(409).body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        platform.get("/platform/executions?job=seed&limit=1")
                .then()
                .body("items", hasSize(1), "items[0].id", greaterThan(0));
        platform.get("/platform/executions?colour=red").then().statusCode(400);
        platform.get("/platform/executions/999999999").then().statusCode(404);
    }

    @Test
    void namesEveryBrokenParameter(TestStack stack) throws Exception {
        Company.superAdmin(stack)
                .post("/platform/jobs/seed/executions", "{\"parameters\":{\"tenants\":\"0\",\"colour\":\"red\"}}")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("parameters.tenants", "parameters.colour"));
    }

    @Test
    void leavesJobsToTheSuperAdmin(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        owner.get("/platform/jobs").then().statusCode(403);
        owner.post("/platform/jobs/seed/executions", "{}").then().statusCode(403);
        owner.get("/platform/executions").then().statusCode(403);
        Visitor.stranger(stack).get("/platform/executions/1").then().statusCode(401);
    }

    private static Visitor demo(TestStack stack, String name) {
        String email = name + "@example.com";
        Visitor visitor = new Visitor(stack, email);
        visitor.login(Body.of("email", email, "password", "Demo-Building-2026!", "tokenDelivery", "BODY"))
                .then()
                .statusCode(200);
        return visitor;
    }

    private static List<String> counts(TestStack stack) {
        return List.of("memberships", "membership_roles", "buildings", "units", "people", "occupancies").stream()
                .map(table -> table + " " + Sql.one(stack, "select count(*) " + SEEDED.formatted(table)))
                .toList();
    }
}
