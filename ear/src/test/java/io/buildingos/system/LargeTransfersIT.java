package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Files and exports pass through the server, they don't stay in it. On a server of 384 MB whose heap nobody else uses. */
@SystemTest
@Tag("large")
class LargeTransfersIT {
    private static final int MEBI = 1024 * 1024;
    private static final long FILE = 200L * MEBI;
    private static final int ROWS = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static OtherServer server;

    @BeforeAll
    static void start(TestStack stack) throws Exception {
        server = new OtherServer(stack, folder, Map.of("UPLOAD_MAX_BYTES", Long.toString(FILE)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoHundredMegabytesMoveTheHeapByLessThan32(TestStack stack, TestReporter figures) throws Exception {
        Actor owner = there(Company.on(stack, "PRO").owner());
        String small = TestFiles.announced(owner, "warm.pdf", TestFiles.PDF.length, "OTHER", "ADMINS", null, null)
                .path("id");
        TestFiles.send(owner, small, TestFiles.PDF).then().statusCode(204);
        TestFiles.register(owner, small).then().statusCode(201);
        String upload = TestFiles.announced(owner, "large.pdf", FILE, "OTHER", "ADMINS", null, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        long before = Heap.used(server.pid());
        long up = Heap.mostWhile(server.pid(), () -> send(owner, upload)) - before;
        UUID document = UUID.fromString(TestFiles.register(owner, upload)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        long down = Heap.mostWhile(server.pid(), () -> {
                    assertEquals(FILE, read(owner, "/documents/" + document + "/content"));
                    return null;
                })
                - before;
        figures.publishEntry("200 MB", "heap +%d MB up, +%d MB down".formatted(up / MEBI, down / MEBI));
        assertTrue(up < 32 * MEBI, "up: " + up);
        assertTrue(down < 32 * MEBI, "down: " + down);
    }

    @Test
    void anExportOfAMillionRowsBeginsAtOnceAndMovesTheHeapByLessThan64(TestStack stack, TestReporter figures)
            throws Exception {
        Actor small = there(Company.on(stack, "ENTERPRISE").owner());
        Company company = Company.on(stack, "ENTERPRISE");
        company.execute(
                "insert into people (id, version, tenant_id, name, name_key, email, created_at)"
                        + " select gen_random_uuid(), 0, ?, 'Ana ' || n, 'ana ' || n, n || '@example.com', now()"
                        + " from generate_series(1, ?) n",
                company.id(),
                ROWS);
        company.execute("analyze people");
        Actor owner = there(company.owner());
        for (String format : new String[] {"csv", "xlsx"}) {
            String path = "/exports/people?format=" + format;
            read(small, path);
            long before = Heap.used(server.pid());
            Duration first = firstByte(owner, path);
            long most = Heap.mostWhile(server.pid(), () -> {
                        assertTrue(read(owner, path) > 10L * MEBI, "too short for all rows");
                        return null;
                    })
                    - before;
            figures.publishEntry(
                    ROWS + " rows as " + format,
                    "first byte after %d ms, heap +%d MB".formatted(first.toMillis(), most / MEBI));
            assertTrue(first.compareTo(SOON) < 0, format + " began after " + first);
            assertTrue(most < 64 * MEBI, format + ": " + most);
        }
        company.execute("delete from people where tenant_id = ?", company.id());
    }

    private static Actor there(Actor actor) {
        return new Actor(server.base(), actor.userId(), actor.token());
    }

    private static Void send(Actor actor, String upload) throws IOException, InterruptedException {
        HttpRequest request = request(actor, "/documents/uploads/" + upload + "/content")
                .PUT(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new LargePdf(FILE)), FILE))
                .build();
        assertEquals(
                204,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
        return null;
    }

    /** Returns how many bytes there were. */
    private static long read(Actor actor, String path) throws IOException, InterruptedException {
        try (InputStream body = answer(actor, path)) {
            byte[] chunk = new byte[MEBI];
            long all = 0;
            for (int count = body.readNBytes(chunk, 0, MEBI); count > 0; count = body.readNBytes(chunk, 0, MEBI)) {
                all += count;
            }
            return all;
        }
    }

    /** Whoever goes away after it leaves the server a broken line. */
    private static Duration firstByte(Actor actor, String path) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        try (InputStream body = answer(actor, path)) {
            assertTrue(body.read() >= 0);
            return Duration.ofNanos(System.nanoTime() - asked);
        }
    }

    private static InputStream answer(Actor actor, String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request(actor, path).build(), BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static HttpRequest.Builder request(Actor actor, String path) {
        return HttpRequest.newBuilder(URI.create(actor.base() + "/api/v1" + path))
                .header("Authorization", "Bearer " + actor.token());
    }
}
