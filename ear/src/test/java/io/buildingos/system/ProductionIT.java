package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seed job against a server that runs as production, through each of the doors. */
@ServerTest
class ProductionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String REFUSAL = "Cannot seed production database!";
    private static final String START =
            "/deployment=buildingos.ear/subdeployment=batch.jar/subsystem=batch-jberet:start-job(job-xml-name=seed)";

    @Test
    void refusesToSeedThroughTheApiAndTheCommandLine(TestStack stack, @TempDir Path folder) throws Exception {
        try (OtherServer production = new OtherServer(stack, folder, settings(stack))) {
            String tenants = Sql.one(stack, "select count(*) from tenants");
            Actor unproven = Company.superAdmin(stack);
            Actor weak = new Actor(production.base(), unproven.userId(), unproven.token());
            weak.get("/platform/tenants").then().statusCode(403).header("Strict-Transport-Security", notNullValue());
            weak.get("/auth/me").then().statusCode(200).body("secondFactorRequired", equalTo(true));
            Actor admin = Company.superAdmin(stack);
            Sql.change(
                    stack,
                    "update users set totp_secret = 'x', totp_confirmed_at = now() where id = ?",
                    admin.userId());
            Actor there = new Actor(production.base(), admin.userId(), admin.token());
            there.post("/platform/jobs/seed/executions", "{}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("SEED_REFUSED"), "detail", equalTo(REFUSAL));

            Servers.Outcome started = production.operation(START);
            Matcher execution = Pattern.compile("\"result\" => (\\d+)").matcher(started.output());
            assertTrue(execution.find(), started.output());
            String address = "/platform/executions/" + execution.group(1);
            Eventually.until(PATIENCE, () -> admin.get(address).path("status"), "FAILED"::equals);
            admin.get(address)
                    .then()
                    .body("steps", hasSize(0), "error.message", equalTo(REFUSAL))
                    .body("door", equalTo("SERVER"), "launchedBy", equalTo("server console"));
            there.post(address + "/restart").then().statusCode(409).body("detail", equalTo(REFUSAL));

            assertEquals(tenants, Sql.one(stack, "select count(*) from tenants"));
            assertEquals(
                    "SERVER launch restart",
                    Sql.one(
                            stack,
                            "select string_agg(distinct changes->>'door', ' ' order by changes->>'door')"
                                    + " from audit_entries where action = 'job.refused'"));
        }
    }

    private static Map<String, String> settings(TestStack stack) {
        return Map.of(
                "APP_ENV", "production",
                "DATABASE_URL", elsewhere(stack, "DATABASE_URL"),
                "MIGRATION_DATABASE_URL", elsewhere(stack, "MIGRATION_DATABASE_URL"),
                "APP_BASE_URL", "https://buildings.example",
                "WEB_ORIGIN", "https://buildings.example",
                "S3_ENDPOINT", "",
                "MAIL_PROVIDER", "none");
    }

    /** Production refuses a database on localhost by name; the other server's hosts file leads there all the same. */
    private static String elsewhere(TestStack stack, String setting) {
        return stack.settings().get(setting).replaceFirst("@[^:/]+", "@database.example");
    }
}
