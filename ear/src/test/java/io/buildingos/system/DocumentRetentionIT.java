package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class DocumentRetentionIT {
    @Test
    void abandonedUploadsGoAndEverythingElseStays(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID document = TestFiles.document(owner, "kept.pdf", "OTHER", "ADMINS", null, null);
        String abandoned = sent(owner, "abandoned.pdf");
        String young = sent(owner, "young.pdf");
        Sql.change(
                stack, "update uploads set expires_at = expires_at - interval '2 days' where id = ?::uuid", abandoned);
        stack.runJob("retention");
        assertEquals("0", Sql.one(stack, "select count(*) from uploads where id = ?::uuid", abandoned));
        TestFiles.register(owner, abandoned).then().statusCode(404);
        TestFiles.register(owner, young).then().statusCode(201);
        TestFiles.content(owner, document, Map.of()).then().statusCode(200);
    }

    @Test
    void objectsWithoutARowGoWhenTheyAreADayOld(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID document = TestFiles.document(owner, "kept.pdf", "OTHER", "ADMINS", null, null);
        String kept = Sql.one(stack, "select object_key from document_revisions where document_id = ?", document);
        Path folder = stack.stored(kept).getParent();
        Path orphan = Files.write(folder.resolve(UUID.randomUUID().toString()), TestFiles.PDF);
        // What the store leaves of a put that was killed half-way.
        Path broken =
                Files.write(folder.resolve(stack.stored(kept).getFileName() + "-" + UUID.randomUUID()), new byte[9]);
        Path young = Files.write(folder.resolve(UUID.randomUUID().toString()), TestFiles.PDF);
        FileTime twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (Path old : List.of(stack.stored(kept), orphan, broken)) {
            Files.setLastModifiedTime(old, twoDaysAgo);
        }
        Actor platform = Company.superAdmin(stack);
        run(stack, platform, "{\"parameters\":{\"dryRun\":\"true\"}}");
        assertTrue(Files.exists(orphan), "a dry run removes nothing");
        run(stack, platform, "{}");
        assertFalse(Files.exists(orphan), "nobody knows it");
        assertFalse(Files.exists(broken), "nobody will finish it");
        assertTrue(Files.exists(young), "its row may still come");
        TestFiles.content(owner, document, Map.of()).then().statusCode(200);
        run(stack, platform, "{}");
        TestFiles.content(owner, document, Map.of()).then().statusCode(200);
    }

    private static void run(TestStack stack, Actor platform, String body) {
        stack.awaitIdle("retention");
        String execution = "/platform/executions/"
                + platform.post("/platform/jobs/retention/executions", body)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Eventually.until(Duration.ofMinutes(2), () -> platform.get(execution).path("status"), "COMPLETED"::equals);
    }

    private static String sent(Actor owner, String name) {
        String upload = TestFiles.announced(owner, name, TestFiles.PDF.length, "OTHER", "ADMINS", null, null)
                .path("id");
        TestFiles.send(owner, upload, TestFiles.PDF).then().statusCode(204);
        return upload;
    }
}
