package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServerTest
class PendingMigrationsIT {
    private static final String FILE = "V202611230906__notification_mail_outbox.sql";

    @Test
    void keepStagingFromBeingReadyAndAreNamed(TestStack stack, @TempDir Path folder) throws Exception {
        execute(stack, "create table forgotten as select * from flyway_schema_history where script = '" + FILE + "'");
        execute(stack, "delete from flyway_schema_history where script = '" + FILE + "'");
        try (OtherServer staging = new OtherServer(stack, folder, Map.of("APP_ENV", "staging"))) {
            given().baseUri(staging.base().toString())
                    .get("/ready")
                    .then()
                    .statusCode(503)
                    .body("status", equalTo("unavailable"), "checks.database.status", equalTo("up"))
                    .body("checks.migrations.message", equalTo("Pending migrations detected"))
                    .body("checks.migrations.pending", contains(FILE));
            given().baseUri(staging.base().toString()).get("/health").then().statusCode(200);
            assertTrue(Files.readString(staging.log()).contains("Pending migrations detected: " + FILE));
        } finally {
            execute(stack, "insert into flyway_schema_history select * from forgotten");
            execute(stack, "drop table forgotten");
        }
    }

    private static void execute(TestStack stack, String sql) throws SQLException {
        try (Connection owner = stack.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
