package io.buildingos.system;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Documents as the tests' people hand them in. */
final class TestFiles {
    static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private TestFiles() {}

    /** Announces, puts to the store and registers. */
    static UUID document(Actor actor, String name, String category, String visibility, UUID building, UUID unit) {
        String upload = announced(actor, name, PDF.length, category, visibility, building, unit)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        put(DemoTenants.read(upload), PDF);
        return UUID.fromString(
                register(actor, DemoTenants.read(upload).get("id").asText())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    /** Puts another file in its place. */
    static void revise(Actor actor, String document) {
        String upload = actor.post(
                        "/documents/" + document + "/revisions",
                        Body.of("fileName", "again.pdf", "contentType", "application/pdf", "size", PDF.length))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(actor, upload, PDF).then().statusCode(204);
        register(actor, upload).then().statusCode(201);
    }

    static Response announced(
            Actor actor, String name, long size, String category, String visibility, UUID building, UUID unit) {
        return actor.post(
                "/documents/uploads",
                Body.of(
                        "fileName", name,
                        "contentType", "application/pdf",
                        "size", size,
                        "category", category,
                        "visibility", visibility,
                        "buildingId", json(building),
                        "unitId", json(unit)));
    }

    static Response register(Actor actor, String upload) {
        return actor.post("/documents/uploads/" + upload + "/register");
    }

    /** To the signed address, as a browser would. */
    static int put(JsonNode upload, byte[] bytes) {
        HttpResponse<String> answer = Http.sendBytes(
                "PUT",
                URI.create(upload.get("url").asText()),
                null,
                Map.of("Content-Type", upload.at("/headers/Content-Type").asText()),
                bytes);
        return answer.statusCode();
    }

    /** Through the API. */
    static Response send(Actor actor, String upload, byte[] bytes) {
        return given().baseUri(actor.base().toString())
                .header("Authorization", "Bearer " + actor.token())
                .contentType("application/octet-stream")
                .body(bytes)
                .put("/api/v1/documents/uploads/" + upload + "/content");
    }

    /** Asks for the bytes, with headers of the caller's. */
    static Response content(Actor actor, UUID document, Map<String, String> headers) {
        return given().baseUri(actor.base().toString())
                .header("Authorization", "Bearer " + actor.token())
                .headers(headers)
                .get("/api/v1/documents/" + document + "/content");
    }

    private static Object json(UUID id) {
        return id == null ? new Body.Raw("null") : id.toString();
    }
}
