package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The job that looks for what the data must not hold. Other tests spoil data of tenants of their own. */
@SystemTest
class VerificationsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void findsNothingInWhatTheProductItselfWrote(TestStack stack) throws Exception {
        stack.runJob("seed");
        Company company = Company.on(stack, "PRO");
        UUID unit = company.owner().unit(company.owner().building("Tower"), "1");
        Ledgers.charge(company.owner(), unit, "Water", 1_000);
        Ledgers.approved(company.owner(), unit, 1_500, "one");
        String tenants = company.id() + " "
                + Sql.one(
                        stack, "select string_agg(id::text, ' ') from tenants where slug in ('tenant-a', 'tenant-b')");
        Eventually.until(
                PATIENCE,
                () -> Sql.one(stack, "select count(*) from audit_unsealed where tenant_id = ?", company.id()),
                "0"::equals);
        Actor platform = Company.superAdmin(stack);
        String run = verified(stack, platform);
        platform.get(run)
                .then()
                .statusCode(200)
                .body("done", equalTo(23), "checks", equalTo(23), "endedAt", notNullValue())
                .body("results", hasSize(23), "results[0].description", notNullValue());
        List<Map<String, Object>> ours = findings(platform, run).stream()
                .filter(finding -> tenants.contains(String.valueOf(finding.get("tenant"))))
                .toList();
        assertEquals(List.of(), ours);
    }

    @Test
    void findsAFaultAndSaysWhere(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        UUID tower = company.owner().building("Tower");
        company.owner().unit(tower, "1");
        Sql.change(stack, "update units set share = 0.4 where building_id = ?", tower);
        Actor platform = Company.superAdmin(stack);
        String run = verified(stack, platform);
        platform.get(run).then().body("status", equalTo("FINDINGS"), "findings", greaterThan(0));
        platform.get("/platform/executions?job=verify&limit=1")
                .then()
                .body("items[0].status", equalTo("COMPLETED"), "items[0].exitStatus", equalTo("FINDINGS"));
        assertTrue(findings(platform, run).stream()
                .anyMatch(finding -> finding.get("check").equals("unit-shares")
                        && finding.get("rowKey").equals(tower.toString())
                        && finding.get("tenant").equals(company.id().toString())));
    }

    @Test
    void showsFindingsToTheSuperAdminAlone(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        owner.get("/platform/verifications").then().statusCode(403);
        Actor platform = Company.superAdmin(stack);
        platform.get("/platform/verifications/" + UUID.randomUUID()).then().statusCode(404);
        platform.get("/platform/verifications?cursor=x").then().statusCode(400);
    }

    private static String verified(TestStack stack, Actor platform) {
        stack.awaitIdle("verify");
        Response launched = platform.post("/platform/jobs/verify/executions", "{}");
        launched.then().statusCode(202);
        String execution = "/platform/executions/" + launched.path("id");
        Eventually.until(
                PATIENCE,
                () -> platform.get(execution).path("status"),
                List.of("COMPLETED", "FAILED", "STOPPED")::contains);
        platform.get(execution).then().body("status", equalTo("COMPLETED"));
        return "/platform/verifications/"
                + platform.get("/platform/verifications?limit=1").path("items[0].id");
    }

    /** Page by page, two at a time at first. */
    private static List<Map<String, Object>> findings(Actor platform, String run) {
        List<Map<String, Object>> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = platform.get(run + "/findings?limit=" + (all.isEmpty() ? 2 : 200) + next);
            page.then().statusCode(200);
            all.addAll(page.path("items"));
            next = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return all;
    }
}
