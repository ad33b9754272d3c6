package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.config.Configuration;
import io.buildingos.store.ObjectStore;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What isn't what it was announced as stays out, and leaves nothing in the store. */
@SystemTest
class DocumentRefusalsIT {
    private static final int AT_ONCE = 32;
    private static final byte[] PAGE = "<html><script>alert(1)</script>...".getBytes(StandardCharsets.US_ASCII);

    @Test
    void refusesAFileWhoseFirstBytesArentItsType(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        JsonNode upload = announced(owner, PAGE.length);
        assertEquals(200, TestFiles.put(upload, PAGE));
        assertTrue(isInStore(stack, company, upload));
        TestFiles.register(owner, id(upload))
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_REFUSED"), "violations[0].field", equalTo("contentType"));
        assertTrue(!isInStore(stack, company, upload));
        TestFiles.register(owner, id(upload)).then().statusCode(409).body("code", equalTo("UPLOAD_USED"));
        owner.get("/audit?action=upload.refused").then().body("items.size()", equalTo(1));
    }

    @Test
    void refusesAnotherSizeThanTheSignedOne(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        JsonNode upload = announced(owner, TestFiles.PDF.length + 1);
        assertNotEquals(200, TestFiles.put(upload, TestFiles.PDF));
        putAround(stack, company, upload, TestFiles.PDF);
        TestFiles.register(owner, id(upload))
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_REFUSED"), "violations[0].field", equalTo("size"));
        assertTrue(!isInStore(stack, company, upload));
    }

    @Test
    void refusesAnotherHashThanTheAnnouncedOne(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        String upload = owner.post(
                        "/documents/uploads",
                        Body.of(
                                "fileName", "a.pdf",
                                "contentType", "application/pdf",
                                "size", TestFiles.PDF.length,
                                "sha256", "0".repeat(64),
                                "category", "OTHER",
                                "visibility", "ADMINS"))
                .path("id");
        TestFiles.send(owner, upload, TestFiles.PDF).then().statusCode(204);
        TestFiles.register(owner, upload).then().statusCode(422).body("violations[0].field", equalTo("sha256"));
    }

    @Test
    void aKeyUsedAgainChangesNoDocument(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        JsonNode upload = announced(owner, TestFiles.PDF.length);
        TestFiles.put(upload, TestFiles.PDF);
        UUID document = UUID.fromString(TestFiles.register(owner, id(upload))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        byte[] other = "%PDF-1.7\nsomething else, as long".getBytes(StandardCharsets.US_ASCII);
        byte[] asLong = java.util.Arrays.copyOf(other, TestFiles.PDF.length);
        // The address is good for five minutes, and the store doesn't know what it was used for.
        assertEquals(200, TestFiles.put(upload, asLong));
        TestFiles.register(owner, id(upload)).then().statusCode(409).body("code", equalTo("UPLOAD_USED"));
        assertTrue(!isInStore(stack, company, upload));
        TestFiles.send(owner, id(upload), TestFiles.PDF).then().statusCode(409);
        assertArrayEquals(
                TestFiles.PDF, TestFiles.content(owner, document, Map.of()).asByteArray());
    }

    @Test
    void registeredManyTimesAtOnceBecomesOneDocument(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        JsonNode upload = announced(owner, TestFiles.PDF.length);
        TestFiles.put(upload, TestFiles.PDF);
        List<Response> answers = Actor.atOnce(8, number -> TestFiles.register(owner, id(upload)));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        owner.get("/documents").then().body("items.size()", equalTo(1));
        UUID document = UUID.fromString(owner.get("/documents").path("items[0].id"));
        assertArrayEquals(
                TestFiles.PDF, TestFiles.content(owner, document, Map.of()).asByteArray());
    }

    @Test
    void anUploadIsNobodyElses(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        JsonNode upload = announced(owner, TestFiles.PDF.length);
        TestFiles.put(upload, TestFiles.PDF);
        for (Actor other : List.of(Company.on(stack, "PRO").owner(), company.owner())) {
            TestFiles.send(other, id(upload), TestFiles.PDF).then().statusCode(404);
            TestFiles.register(other, id(upload)).then().statusCode(404);
        }
        assertTrue(isInStore(stack, company, upload), "another's refusal must not remove it");
        TestFiles.register(owner, id(upload)).then().statusCode(201);
    }

    @Test
    void refusesWhatIsTooLargeOrOfNoKnownType(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        TestFiles.announced(owner, "a.pdf", 26_214_401, "OTHER", "ADMINS", null, null)
                .then()
                .statusCode(413)
                .body("code", equalTo("PAYLOAD_TOO_LARGE"), "limit", equalTo(26_214_400));
        TestFiles.announced(owner, "a.exe", 9, "OTHER", "ADMINS", null, null)
                .then()
                .statusCode(422);
        owner.post(
                        "/documents/uploads",
                        "{\"fileName\":\"a.svg\",\"contentType\":\"image/svg+xml\",\"size\":9,\"category\":\"OTHER\","
                                + "\"visibility\":\"ADMINS\"}")
                .then()
                .statusCode(422);
    }

    @Test
    void exactlyOneOfManyUploadsPassesTheLastFreeSpace(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        for (int number = 0; number < 20; number++) {
            TestFiles.announced(owner, "a.pdf", 25_000_000, "OTHER", "ADMINS", null, null)
                    .then()
                    .statusCode(201);
        }
        List<Response> answers = Actor.atOnce(
                AT_ONCE, number -> TestFiles.announced(owner, "a.pdf", 20_000_000, "OTHER", "ADMINS", null, null));
        List<Response> refused =
                answers.stream().filter(answer -> answer.statusCode() != 201).toList();
        assertEquals(AT_ONCE - 1, refused.size());
        refused.forEach(answer -> answer.then()
                .statusCode(409)
                .body("code", equalTo("PLAN_LIMIT_EXCEEDED"), "resource", equalTo("STORAGE_BYTES")));
    }

    private static JsonNode announced(Actor actor, long size) {
        return DemoTenants.read(TestFiles.announced(actor, "a.pdf", size, "OTHER", "ADMINS", null, null)
                .then()
                .statusCode(201)
                .extract()
                .asString());
    }

    private static String id(JsonNode upload) {
        return upload.get("id").asText();
    }

    private static boolean isInStore(TestStack stack, Company company, JsonNode upload) {
        try (ObjectStore store = ObjectStore.ofDocuments(Configuration.load(stack.settings()))) {
            return store.find(key(company, upload)).isPresent();
        }
    }

    /** As whoever has the store's own keys could. */
    private static void putAround(TestStack stack, Company company, JsonNode upload, byte[] bytes) {
        try (ObjectStore store = ObjectStore.ofDocuments(Configuration.load(stack.settings()))) {
            store.put(key(company, upload), "application/pdf", bytes.length, new ByteArrayInputStream(bytes));
        }
    }

    private static String key(Company company, JsonNode upload) {
        return "uploads/" + company.id() + "/" + id(upload);
    }
}
