package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.restassured.response.Response;
import java.time.Instant;
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
                .body(containsString("wildfly_datasources_pool_in_use_count"));
    }
}
