package io.buildingos.system;

import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.config.Configuration;
import io.buildingos.store.ObjectStore;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
    private static final String TEXT = new String(TestFiles.PDF, StandardCharsets.US_ASCII);

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
        String run = verified(stack, platform, "hash");
        platform.get(run)
                .then()
                .statusCode(200)
                .body("done", equalTo(24), "checks", equalTo(24), "endedAt", notNullValue())
                .body("results", hasSize(24), "results.description", everyItem(not(emptyString())));
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
        String run = verified(stack, platform, "none");
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
    void looksAtObjectsAsCloselyAsItIsAskedTo(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        String gone = document(stack, company);
        String longer = document(stack, company);
        String other = document(stack, company);
        try (ObjectStore store = ObjectStore.ofDocuments(Configuration.load(stack.settings()))) {
            store.delete(gone);
            put(store, longer, TEXT + "more");
            put(store, other, TEXT.replace('7', '4'));
        }
        String size = "its object has %d bytes, not %d".formatted(TEXT.length() + 4, TEXT.length());
        Actor platform = Company.superAdmin(stack);
        assertEquals(List.of(), ofDocuments(company, platform, verified(stack, platform, "none")));
        assertEquals(
                List.of(size, "there is no object " + gone),
                ofDocuments(company, platform, verified(stack, platform, "size")));
        assertEquals(
                List.of(size, "its object has another content", "there is no object " + gone),
                ofDocuments(company, platform, verified(stack, platform, "hash")));
    }

    @Test
    void forgetsWhatItFoundAQuarterOfAYearAgo(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        Company company = Company.on(stack, "PRO");
        UUID tower = company.owner().building("Tower");
        company.owner().unit(tower, "1");
        Sql.change(stack, "update units set share = 0.4 where building_id = ?", tower);
        String old = verified(stack, platform, "none");
        String young = verified(stack, platform, "none");
        UUID run = UUID.fromString(old.substring(old.lastIndexOf('/') + 1));
        Sql.change(
                stack, "update verification_runs set started_at = started_at - interval '91 days' where id = ?", run);
        stack.runJob("retention");
        platform.get(old).then().statusCode(404);
        assertEquals("0", Sql.one(stack, "select count(*) from verification_findings where run_id = ?", run));
        platform.get(young).then().statusCode(200).body("findings", greaterThan(0));
    }

    @Test
    void showsFindingsToTheSuperAdminAlone(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        owner.get("/platform/verifications").then().statusCode(403);
        Actor platform = Company.superAdmin(stack);
        platform.get("/platform/verifications/" + UUID.randomUUID()).then().statusCode(404);
        platform.get("/platform/verifications?cursor=x").then().statusCode(400);
    }

    /** Returns where it lies. */
    private static String document(TestStack stack, Company company) throws Exception {
        UUID document = TestFiles.document(company.owner(), "rules.pdf", "RULES", "ADMINS", null, null);
        return Sql.one(stack, "select object_key from document_revisions where document_id = ?", document);
    }

    private static void put(ObjectStore store, String key, String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        store.put(key, "application/pdf", body.length, new ByteArrayInputStream(body));
    }

    private static List<String> ofDocuments(Company company, Actor platform, String run) {
        return findings(platform, run).stream()
                .filter(finding -> finding.get("check").equals("documents-stored"))
                .filter(finding -> company.id().toString().equals(finding.get("tenant")))
                .map(finding -> finding.get("detail").toString())
                .sorted()
                .toList();
    }

    private static String verified(TestStack stack, Actor platform, String objects) {
        stack.awaitIdle("verify");
        Response launched =
                platform.post("/platform/jobs/verify/executions", "{\"parameters\":{\"objects\":\"%s\"}}", objects);
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
