package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.buildingos.config.Configuration;
import io.buildingos.store.ObjectStore;
import io.buildingos.store.StoreFailure;
import io.buildingos.store.StoredObject;
import io.buildingos.store.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What documents and backups lean on, asked of a store that checks signatures. */
@SystemTest
class ObjectStoreIT {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int NINE_MEBIBYTES = 9 * 1024 * 1024;

    private final String folder = "store-test/" + UUID.randomUUID() + "/";

    @Test
    void givesBackWhatItWasGiven(TestStack stack) throws IOException {
        try (ObjectStore store = store(stack, Map.of())) {
            create(store, "a", "0123456789");
            StoredObject found = store.find(folder + "a").orElseThrow();
            assertEquals(10, found.size());
            assertEquals("text/plain", found.contentType());
            assertEquals("0123456789", text(store.read(folder + "a")));
            assertEquals("234", text(store.read(folder + "a", 2, 4)));
            store.delete(folder + "a");
            store.delete(folder + "a");
            assertTrue(store.find(folder + "a").isEmpty());
        }
    }

    /** A thread of the SDK's would hold the classes of an application that has been replaced. */
    @Test
    void leavesNoThreadToWatchWhatIsRead(TestStack stack) throws IOException {
        try (ObjectStore store = store(stack, Map.of())) {
            create(store, "a", "0123456789");
            assertEquals("0123456789", text(store.read(folder + "a")));
        }
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("response-input-stream-timeout-scheduler")));
    }

    @Test
    void replacesNothing(TestStack stack) throws IOException {
        try (ObjectStore store = store(stack, Map.of())) {
            create(store, "a", "first");
            StoreFailure refused = assertThrows(StoreFailure.class, () -> create(store, "a", "second"));
            assertEquals(StoreFailure.Reason.EXISTS_ALREADY, refused.reason());
            try (Upload upload = store.createInParts(folder + "a", "text/plain")) {
                upload.write(1);
                assertThrows(StoreFailure.class, upload::complete);
            }
            assertEquals("first", text(store.read(folder + "a")));
        }
    }

    @Test
    void showsAnUploadInPartsOnlyWhenItIsComplete(TestStack stack) throws IOException {
        byte[] body = new byte[NINE_MEBIBYTES];
        new Random(7).nextBytes(body);
        try (ObjectStore store = store(stack, Map.of())) {
            try (Upload upload = store.createInParts(folder + "whole", "application/octet-stream")) {
                upload.write(body, 0, body.length);
                assertTrue(store.find(folder + "whole").isEmpty());
                upload.complete();
            }
            try (InputStream read = store.read(folder + "whole")) {
                assertArrayEquals(body, read.readAllBytes());
            }
            try (Upload upload = store.createInParts(folder + "half", "application/octet-stream")) {
                upload.write(body, 0, body.length);
            }
            assertFalse(store.list(folder).anyMatch(found -> found.key().contains("half")));
        }
    }

    @Test
    void listsInTheOrderOfTheKeys(TestStack stack) {
        try (ObjectStore store = store(stack, Map.of())) {
            for (String name : new String[] {"c", "a", "b"}) {
                create(store, name, name);
            }
            assertEquals(
                    folder + "a " + folder + "b " + folder + "c",
                    String.join(" ", store.list(folder).map(StoredObject::key).toList()));
        }
    }

    @Test
    void letsAClientPutExactlyWhatWasSigned(TestStack stack) throws Exception {
        try (ObjectStore store = store(stack, Map.of())) {
            URI address = store.presignPut(folder + "signed", "text/plain", 5, LIFE);
            assertNotEquals(200, put(address, "text/plain", "longer than signed"));
            assertNotEquals(200, put(address, "text/html", "12345"));
            assertTrue(store.find(folder + "signed").isEmpty());
            assertEquals(200, put(address, "text/plain", "12345"));
            URI download = store.presignGet(folder + "signed", "text/plain", "attachment; filename=\"x.txt\"", LIFE);
            HttpResponse<String> got = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(download).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals("12345", got.body());
            assertEquals(
                    "attachment; filename=\"x.txt\"",
                    got.headers().firstValue("Content-Disposition").orElse(""));
        }
    }

    @Test
    void saysWhatIsWrongWithoutTheKeys(TestStack stack) {
        String secret = "not-the-secret-of-this-store-0123456789";
        try (ObjectStore store = store(stack, Map.of("S3_SECRET_KEY", secret))) {
            StoreFailure refused = assertThrows(StoreFailure.class, () -> create(store, "a", "x"));
            assertEquals(StoreFailure.Reason.ACCESS_DENIED, refused.reason());
            assertFalse(refused.getMessage().contains(secret));
            assertFalse(refused.getMessage().contains(stack.settings().get("S3_ACCESS_KEY")));
        }
        try (ObjectStore store = store(stack, Map.of("S3_BUCKET", "no-such-bucket"))) {
            StoreFailure refused = assertThrows(StoreFailure.class, () -> create(store, "a", "x"));
            assertEquals(StoreFailure.Reason.NO_SUCH_BUCKET, refused.reason());
        }
        try (ObjectStore store = store(stack, Map.of("S3_ENDPOINT", "http://127.0.0.1:1"))) {
            StoreFailure refused = assertThrows(StoreFailure.class, () -> create(store, "a", "x"));
            assertEquals(StoreFailure.Reason.UNREACHABLE, refused.reason());
        }
    }

    private void create(ObjectStore store, String name, String text) {
        byte[] body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        store.create(folder + name, "text/plain", body.length, new ByteArrayInputStream(body));
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            return new String(body.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static int put(URI address, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ObjectStore store(TestStack stack, Map<String, String> differently) {
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(differently);
        return ObjectStore.ofDocuments(Configuration.load(settings));
    }
}
