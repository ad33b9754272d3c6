package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class ProbesIT {

    @Test
    void healthAnswersWithTheTime(TestStack stack) {
        Response health = given().baseUri(stack.base().toString()).get("/health");
        health.then().statusCode(200).body("status", equalTo("ok"));
        assertDoesNotThrow(() -> Instant.parse(health.path("timestamp")));
    }

    @Test
    void readyTellsOfEachCheck(TestStack stack) {
        given().baseUri(stack.base().toString())
                .get("/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("ready"))
                .body("checks.keySet()", contains("database", "migrations", "storage", "mail"))
                .body("checks.collect { it.value.status }", everyItem(equalTo("up")))
                .body("checks.database.latencyMillis", greaterThanOrEqualTo(0));
    }

    @Test
    void theManagementPortGivesTheSameAnswers(TestStack stack) {
        for (String probe : List.of("live", "ready", "started")) {
            given().baseUri(stack.management().toString())
                    .get("/health/" + probe)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"))
                    .body("checks.name", hasItem("buildingos"));
        }
    }

    @Test
    void saysWhatWasBuiltFromWhat(TestStack stack) {
        given().baseUri(stack.base().toString())
                .get("/api/v1/about")
                .then()
                .statusCode(200)
                .body("version", matchesRegex("\\d+\\.\\d+\\.\\d+.*"))
                .body("commit", matchesRegex("[0-9a-f]{40}|unknown"))
                .body("schemaVersion", matchesRegex("\\d{12}"));
    }

    @Test
    void namesNeitherServerNorVersion(TestStack stack) {
        given().baseUri(stack.base().toString())
                .get("/health")
                .then()
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
    }

    @Test
    void showsMetricsOnTheManagementPort(TestStack stack) {
        given().baseUri(stack.management().toString())
                .get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("datasources_pool_in_use_count"))
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("buildingos_mail_outbox{WF_DEPLOYMENT=\"buildingos.ear\",status=\"DEAD\"} 0.0"))
                .body(containsString(
                        "buildingos_job_executions{WF_DEPLOYMENT=\"buildingos.ear\",status=\"STOPPING\"} 0.0"));
    }

    @Test
    void countsRequestsByRouteAndStatusNotByAddress(TestStack stack) {
        given().baseUri(stack.base().toString()).get("/api/v1/buildings/" + UUID.randomUUID());
        String metrics =
                given().baseUri(stack.management().toString()).get("/metrics").asString();
        String line = metrics.lines()
                .filter(metric -> metric.startsWith("http_server_requests_seconds_count"))
                .filter(metric -> metric.contains("route=\"/api/v1/buildings/{building}\""))
                .filter(metric -> metric.contains("status=\"401\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metrics));
        assertTrue(Double.parseDouble(line.substring(line.lastIndexOf(' '))) >= 1, line);
    }
}
