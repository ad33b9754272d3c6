package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static String sent(Actor owner, String name) {
        String upload = TestFiles.announced(owner, name, TestFiles.PDF.length, "OTHER", "ADMINS", null, null)
                .path("id");
        TestFiles.send(owner, upload, TestFiles.PDF).then().statusCode(204);
        return upload;
    }
}
