package io.buildingos.system;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class DocumentsIT {
    @Test
    void aFileComesInThroughTheStoreAndGoesOutAsItCame(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        Response announced =
                TestFiles.announced(owner, "Actas año 2026.pdf", TestFiles.PDF.length, "MINUTES", "ADMINS", null, null);
        announced.then().statusCode(201).body("method", equalTo("PUT"));
        JsonNode upload = DemoTenants.read(announced.asString());
        TestFiles.register(owner, upload.get("id").asText())
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_MISSING"));
        assertEquals(200, TestFiles.put(upload, TestFiles.PDF));
        Response registered = TestFiles.register(owner, upload.get("id").asText());
        registered
                .then()
                .statusCode(201)
                .body("fileName", equalTo("Actas año 2026.pdf"), "size", equalTo(TestFiles.PDF.length))
                .body("category", equalTo("MINUTES"), "revision", equalTo(1), "archivedAt", nullValue());
        UUID document = UUID.fromString(registered.path("id"));
        owner.get("/documents/" + document)
                .then()
                .statusCode(200)
                .body("uploadedBy", equalTo(owner.userId().toString()));
        Response content = TestFiles.content(owner, document, Map.of());
        assertArrayEquals(TestFiles.PDF, content.asByteArray());
        content.then()
                .header("Content-Type", equalTo("application/pdf"))
                .header("Content-Length", equalTo(Integer.toString(TestFiles.PDF.length)))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Disposition", containsString("attachment; filename=\"Actas ano 2026.pdf\""))
                .header("Content-Disposition", containsString("filename*=UTF-8''Actas%20a%C3%B1o%202026.pdf"));
        String link = owner.get("/documents/" + document + "/link")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        HttpResponse<String> fromTheStore = Http.send("GET", URI.create(link), null, Map.of(), null);
        assertEquals(200, fromTheStore.statusCode());
        assertEquals(new String(TestFiles.PDF, java.nio.charset.StandardCharsets.US_ASCII), fromTheStore.body());
        owner.get("/audit?action=document.downloaded").then().body("items.size()", equalTo(2));
    }

    @Test
    void aFileComesInThroughTheApiToo(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        String upload = TestFiles.announced(owner, "a.pdf", TestFiles.PDF.length, "OTHER", "ADMINS", null, null)
                .path("id");
        TestFiles.send(owner, upload, "%PDF-short".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .then()
                .statusCode(422);
        TestFiles.send(owner, upload, TestFiles.PDF).then().statusCode(204);
        UUID document = UUID.fromString(TestFiles.register(owner, upload)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        assertArrayEquals(
                TestFiles.PDF, TestFiles.content(owner, document, Map.of()).asByteArray());
    }

    @Test
    void partsAreServedAndWhatIsKnownIsNot(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID document = TestFiles.document(owner, "a.pdf", "OTHER", "ADMINS", null, null);
        int size = TestFiles.PDF.length;
        Response part = TestFiles.content(owner, document, Map.of("Range", "bytes=0-4"));
        part.then().statusCode(206).header("Content-Range", equalTo("bytes 0-4/" + size));
        assertEquals("%PDF-", part.asString());
        assertEquals(
                "EOF\n",
                TestFiles.content(owner, document, Map.of("Range", "bytes=-4")).asString());
        assertEquals(
                "F\n",
                TestFiles.content(owner, document, Map.of("Range", "bytes=" + (size - 2) + "-"))
                        .asString());
        TestFiles.content(owner, document, Map.of("Range", "bytes=" + size + "-"))
                .then()
                .statusCode(416)
                .header("Content-Range", equalTo("bytes */" + size))
                .body("code", equalTo("RANGE_NOT_SATISFIABLE"));
        TestFiles.content(owner, document, Map.of("Range", "bytes=0-1,3-4"))
                .then()
                .statusCode(200);
        String tag = part.header("ETag");
        TestFiles.content(owner, document, Map.of("If-None-Match", tag)).then().statusCode(304);
        TestFiles.content(owner, document, Map.of("Range", "bytes=0-4", "If-Range", tag))
                .then()
                .statusCode(206);
        TestFiles.content(owner, document, Map.of("Range", "bytes=0-4", "If-Range", "\"other\""))
                .then()
                .statusCode(200);
        HttpResponse<String> head = Http.send(
                "HEAD",
                stack.base().resolve("/api/v1/documents/" + document + "/content"),
                owner.token(),
                Map.of(),
                null);
        assertEquals(200, head.statusCode());
        assertEquals(
                Integer.toString(size),
                head.headers().firstValue("Content-Length").orElse(""));
    }

    @Test
    void replacingKeepsWhatWasThere(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID document = TestFiles.document(owner, "budget.pdf", "BUDGET", "ADMINS", null, null);
        byte[] next = "%PDF-1.7 the second".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String upload = owner.post(
                        "/documents/" + document + "/revisions",
                        Body.of("fileName", "budget 2.pdf", "contentType", "application/pdf", "size", next.length))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestFiles.send(owner, upload, next).then().statusCode(204);
        TestFiles.register(owner, upload)
                .then()
                .statusCode(201)
                .body("id", equalTo(document.toString()), "revision", equalTo(2), "fileName", equalTo("budget 2.pdf"));
        assertArrayEquals(next, TestFiles.content(owner, document, Map.of()).asByteArray());
        List<String> revisions = owner.get("/documents/" + document + "/revisions")
                .then()
                .body("items.number", equalTo(List.of(1, 2)))
                .extract()
                .path("items.id");
        HttpResponse<String> first = Http.send(
                "GET",
                stack.base().resolve("/api/v1/documents/" + document + "/revisions/" + revisions.get(0) + "/content"),
                owner.token(),
                Map.of(),
                null);
        assertEquals(new String(TestFiles.PDF, java.nio.charset.StandardCharsets.US_ASCII), first.body());
    }

    @Test
    void eachSeesWhatIsMeantForThem(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID lodge = owner.building("Lodge");
        UUID home = owner.unit(tower, "1");
        UUID other = owner.unit(tower, "2");
        Actor operator = company.member("OPERATOR", null);
        Actor towerOperator = company.member("OPERATOR", tower);
        Actor resident = residentOf(company, owner, home);
        UUID rules = TestFiles.document(owner, "rules.pdf", "RULES", "RESIDENTS", null, null);
        UUID contract = TestFiles.document(owner, "contract.pdf", "CONTRACT", "ADMINS", null, null);
        UUID towerRules = TestFiles.document(owner, "tower.pdf", "RULES", "RESIDENTS", tower, null);
        UUID lodgeRules = TestFiles.document(owner, "lodge.pdf", "RULES", "RESIDENTS", lodge, null);
        UUID towerBudget = TestFiles.document(owner, "tower budget.pdf", "BUDGET", "ADMINS", tower, null);
        UUID receipt = TestFiles.document(owner, "receipt.pdf", "RECEIPT", "ADMINS", null, home);
        UUID othersReceipt = TestFiles.document(owner, "other.pdf", "RECEIPT", "RESIDENTS", null, other);
        UUID secret = TestFiles.document(operator, "secret.pdf", "OTHER", "PRIVATE", null, null);
        sees(owner, rules, contract, towerRules, lodgeRules, towerBudget, receipt, othersReceipt, secret);
        sees(operator, rules, contract, towerRules, lodgeRules, towerBudget, receipt, othersReceipt, secret);
        sees(towerOperator, rules, towerRules, towerBudget, receipt, othersReceipt);
        sees(resident, rules, towerRules, receipt);
        for (UUID hidden : List.of(contract, lodgeRules, towerBudget, othersReceipt, secret)) {
            resident.get("/documents/" + hidden).then().statusCode(404);
            resident.get("/documents/" + hidden + "/link").then().statusCode(404);
            TestFiles.content(resident, hidden, Map.of()).then().statusCode(404);
        }
        company.member("OPERATOR", null).get("/documents/" + secret).then().statusCode(404);
        Company.on(stack, "PRO").owner().get("/documents/" + rules).then().statusCode(404);
    }

    @Test
    void aResidentHandsInForTheOwnUnitOnly(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID home = owner.unit(tower, "1");
        UUID other = owner.unit(tower, "2");
        Actor resident = residentOf(company, owner, home);
        UUID proof = TestFiles.document(resident, "proof.pdf", "RECEIPT", "RESIDENTS", null, home);
        owner.get("/documents/" + proof).then().statusCode(200).body("buildingId", equalTo(tower.toString()));
        TestFiles.announced(resident, "a.pdf", 9, "RECEIPT", "RESIDENTS", null, other)
                .then()
                .statusCode(404);
        TestFiles.announced(resident, "a.pdf", 9, "RECEIPT", "RESIDENTS", tower, null)
                .then()
                .statusCode(404);
        TestFiles.announced(resident, "a.pdf", 9, "RECEIPT", "RESIDENTS", null, null)
                .then()
                .statusCode(422);
        TestFiles.announced(resident, "a.pdf", 9, "RULES", "RESIDENTS", null, home)
                .then()
                .statusCode(403);
        TestFiles.announced(resident, "a.pdf", 9, "RECEIPT", "ADMINS", null, home)
                .then()
                .statusCode(403);
        resident.patch("/documents/" + proof, 0, "{\"category\":\"OTHER\"}")
                .then()
                .statusCode(403);
        resident.delete("/documents/" + proof, 0).then().statusCode(403);
    }

    @Test
    void aRoleOverABuildingTouchesThatBuildingOnly(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID lodge = owner.building("Lodge");
        Actor operator = company.member("OPERATOR", tower);
        UUID ours = TestFiles.document(operator, "ours.pdf", "RULES", "RESIDENTS", tower, null);
        TestFiles.announced(operator, "a.pdf", 9, "RULES", "RESIDENTS", lodge, null)
                .then()
                .statusCode(404);
        TestFiles.announced(operator, "a.pdf", 9, "RULES", "RESIDENTS", null, null)
                .then()
                .statusCode(422);
        operator.patch("/documents/" + ours, 0, Body.of("buildingId", lodge.toString()))
                .then()
                .statusCode(404);
        UUID everybodys = TestFiles.document(owner, "all.pdf", "RULES", "RESIDENTS", null, null);
        operator.get("/documents/" + everybodys).then().statusCode(200);
        operator.patch("/documents/" + everybodys, 0, "{\"category\":\"OTHER\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void describedArchivedAndDeletedWithTheVersionRead(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID document = TestFiles.document(owner, "rules.pdf", "RULES", "ADMINS", null, null);
        String path = "/documents/" + document;
        owner.patch(path, 0, "{\"fileName\":\"House rules.pdf\",\"visibility\":\"RESIDENTS\"}")
                .then()
                .statusCode(200)
                .body("fileName", equalTo("House rules.pdf"), "visibility", equalTo("RESIDENTS"));
        owner.patch(path, 0, "{\"category\":\"OTHER\"}").then().statusCode(412);
        owner.patch(path, 1, "{\"fileName\":\"rules.exe\"}").then().statusCode(422);
        owner.get("/documents?q=HOUSE&category=RULES").then().body("items.id", equalTo(List.of(document.toString())));
        owner.post(path + "/archive").then().statusCode(200).body("archivedAt", not(nullValue()));
        owner.patch(path, 2, "{\"category\":\"OTHER\"}").then().statusCode(409);
        owner.get("/documents?archived=false").then().body("items.size()", equalTo(0));
        owner.post(path + "/restore").then().statusCode(200);
        owner.delete(path, 1).then().statusCode(412);
        owner.delete(path, 3).then().statusCode(204);
        owner.get(path).then().statusCode(404);
        owner.get("/audit?action=document.deleted").then().body("items.entityId", hasItem(document.toString()));
    }

    private static Actor residentOf(Company company, Actor owner, UUID unit) throws Exception {
        UUID user = company.user();
        Actor resident = company.resident(user);
        UUID person = owner.create("/people", "{\"name\":\"Rita\",\"userId\":\"%s\"}", user);
        owner.post(
                        "/units/" + unit + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"RESIDENT\",\"primary\":true,\"from\":\"2026-01-01\"}",
                        person)
                .then()
                .statusCode(201);
        return resident;
    }

    private static void sees(Actor actor, UUID... documents) {
        List<String> expected =
                java.util.Arrays.stream(documents).map(UUID::toString).sorted().toList();
        List<String> seen = actor.get("/documents?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertEquals(expected, seen.stream().sorted().toList());
    }
}
