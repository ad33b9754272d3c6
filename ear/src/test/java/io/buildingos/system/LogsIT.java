package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class LogsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path LOG = Servers.ROOT.resolve("ear/target/stack/log/wildfly.log");

    @Test
    void everyRequestLeavesOneLineWithItsRouteAndId(TestStack stack) {
        String id = "test-" + UUID.randomUUID();
        UUID building = UUID.randomUUID();
        given().baseUri(stack.base().toString())
                .header("X-Request-Id", id)
                .get("/api/v1/buildings/" + building + "?token=in-the-query");
        String line = Eventually.until(
                PATIENCE,
                () -> lines().stream()
                        .filter(found -> found.contains(id))
                        .filter(found -> found.contains("/api/v1/buildings/{building}"))
                        .findFirst()
                        .orElse(""),
                found -> !found.isEmpty());
        assertFalse(line.contains(building.toString()) || line.contains("in-the-query"), line);
    }

    @Test
    void noSecretIsEverWritten(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        owner.login(Body.of("email", owner.email(), "password", "Wrong-Password-4711"))
                .then()
                .statusCode(401);
        owner.post("/auth/login", "{\"email\":\"x@example.com\",\"password\":\"Broken-Body-4711\"");
        owner.refresh("refresh-token-4711").then().statusCode(401);
        owner.request().header("Cookie", "refresh=cookie-value-4711").get("/api/v1/buildings?password=query-4711");
        String marker = "marker-" + UUID.randomUUID();
        given().baseUri(stack.base().toString()).header("X-Request-Id", marker).get("/health");
        Eventually.until(PATIENCE, LogsIT::text, text -> text.contains(marker));
        String text = text();
        for (String secret : List.of(
                Visitor.PASSWORD,
                "Wrong-Password-4711",
                "Broken-Body-4711",
                "refresh-token-4711",
                "cookie-value-4711",
                "query-4711",
                owner.accessToken(),
                owner.refreshToken(),
                stack.settings().get("JWT_SECRET"),
                stack.settings().get("S3_SECRET_KEY"),
                stack.settings().get("DATABASE_URL"))) {
            assertFalse(text.contains(secret), () -> "in the log: " + secret);
        }
    }

    private static List<String> lines() {
        return text().lines().toList();
    }

    private static String text() {
        try {
            return Files.readString(LOG);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
