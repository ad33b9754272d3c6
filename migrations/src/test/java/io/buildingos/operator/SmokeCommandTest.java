package io.buildingos.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against targets that are broken in known ways; that it passes against a real server is a system test. */
class SmokeCommandTest {
    private static final Map<String, String> MEMBER =
            Map.of("SMOKE_EMAIL", "owner@example.com", "SMOKE_PASSWORD", "Xyzzy-Plugh");

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GET /health", "200 {\"status\":\"ok\"}",
            "GET /ready", "200 {\"status\":\"ready\"}",
            "GET /api/v1/about", "200 {\"version\":\"1.2.3\",\"schemaVersion\":\"202611230900\"}",
            "POST /api/v1/auth/login", "200 {\"accessToken\":\"secret-token\"}",
            "POST /api/v1/auth/logout", "204",
            "GET /api/v1/buildings", "200 {\"items\":[]}",
            "GET /api/v1/tenant", "200 {}",
            "POST /api/v1/buildings", "201 {\"id\":\"b1\"}",
            "POST /api/v1/buildings/b1/units", "201 {\"id\":\"u1\"}",
            "POST /api/v1/buildings/b1/archive", "200 {}"));
    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void startTheTarget() throws IOException {
        answers.put("GET /api/v1/units/u1", "200 {\"code\":\"1A\"}");
        for (String report : List.of("finance", "tickets", "announcements", "activity")) {
            answers.put("GET /api/v1/reports/" + report, "200 {}");
        }
        answers.put("GET /api/v1/tenant", "200 {\"currency\":\"EUR\",\"timeZone\":\"UTC\"}");
        answers.put("POST /api/v1/buildings/b1/charges", "403 {\"code\":\"FEATURE_NOT_AVAILABLE\"}");
        answers.put("POST /api/v1/documents/uploads", "201 {\"id\":\"up1\",\"url\":\"STORE/put\"}");
        answers.put("PUT /put", "200");
        answers.put("PUT /api/v1/buildings/b1/shares", "200 {}");
        answers.put("POST /api/v1/documents/uploads/up1/register", "201 {\"id\":\"d1\"}");
        answers.put("GET /api/v1/documents/d1/content", "200 " + PDF);
        answers.put("GET /api/v1/documents/d1", "200 {}");
        answers.put("DELETE /api/v1/documents/d1", "204");
        answers.put("POST /api/v1/tickets", "201 {\"id\":\"t1\"}");
        answers.put("POST /api/v1/tickets/t1/transition", "200 {\"seen\":[\"IN_PROGRESS\",\"RESOLVED\",\"CLOSED\"]}");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            String answer = answers.getOrDefault(request, "404");
            byte[] body = answer.substring(answer.length() > 3 ? 4 : 3)
                    .replace("STORE", url)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stopTheTarget() {
        server.stop(0);
    }

    @Test
    void passesWhereEverythingAnswersAndCleansUpBackwards() {
        CommandRun run = smoke();
        assertEquals(0, run.status(), run.out() + run.err());
        assertTrue(run.out().contains("  ok       about"), run.out());
        assertTrue(run.out().contains("1.2.3, schema 202611230900"), run.out());
        assertTrue(run.out().contains("SMOKE_ADMIN_EMAIL is not set"), run.out());
        assertTrue(run.out().contains("SMOKE_RESIDENT_EMAIL is not set"), run.out());
        assertTrue(run.out().contains("the company's plan charges units one by one"), run.out());
        assertEquals(
                List.of("POST /api/v1/buildings/b1/archive", "POST /api/v1/auth/logout"),
                requests.subList(requests.size() - 2, requests.size()));
    }

    @Test
    void whatIsShownToAnotherCompanyFails() {
        answers.put("GET /api/v1/buildings/b1", "200 {}");
        CommandRun run =
                smoke(Map.of("SMOKE_STRANGER_EMAIL", "other@example.com", "SMOKE_STRANGER_PASSWORD", "Plover"));
        assertEquals(1, run.status(), run.out());
        assertTrue(
                run.out().contains("GET /api/v1/buildings/b1 as stranger answered 200 instead of a refusal"),
                run.out());
    }

    @Test
    void namesTheStepThatFailedAndCleansUpAllTheSame() {
        answers.put("POST /api/v1/buildings/b1/units", "500 {\"code\":\"INTERNAL_ERROR\",\"requestId\":\"r-1\"}");
        CommandRun run = smoke();
        assertEquals(1, run.status(), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  FAILED   create units")), run.out());
        assertTrue(run.out().contains("answered 500 instead of 201: {\"code\":\"INTERNAL_ERROR\""), run.out());
        assertTrue(requests.contains("POST /api/v1/buildings/b1/archive"), requests.toString());
        assertTrue(requests.contains("POST /api/v1/auth/logout"), requests.toString());
    }

    @Test
    void aNodeThatIsNotReadyFails() {
        answers.put("GET /ready", "503 {\"status\":\"unavailable\"}");
        assertTrue(smoke().out().contains("  FAILED   ready"));
    }

    @Test
    void changesNothingInReadOnlyMode() {
        CommandRun run = smoke("--read-only");
        assertEquals(0, run.status(), run.out());
        assertTrue(
                requests.stream()
                        .filter(request -> !request.startsWith("GET"))
                        .allMatch(request -> request.contains("/auth/")),
                requests.toString());
        assertTrue(run.out().contains("  skipped  create a building"), run.out());
    }

    @Test
    void showsNeitherPasswordsNorTokens() {
        answers.put("POST /api/v1/auth/login", "200 {\"token\":\"secret-token\"}");
        CommandRun run = smoke();
        assertEquals(1, run.status());
        assertFalse((run.out() + run.err()).contains("Xyzzy") || run.out().contains("secret-token"), run.out());
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);
        CommandRun run = smoke();
        assertEquals(69, run.status(), run.out());
        assertTrue(run.out().contains(url + " can't be reached"), run.out());
    }

    @Test
    void needsAnAccountAndAnAddress() {
        assertEquals(2, CommandRun.of(Map.of(), "smoke", "--url", url).status());
        assertEquals(
                2,
                CommandRun.of(Map.of("SMOKE_EMAIL", "a@example.com"), "smoke", "--url", url)
                        .status());
        assertEquals(
                2,
                CommandRun.of(MEMBER, "smoke", "--url", "https://user:pass@host/")
                        .status());
    }

    private CommandRun smoke(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(MEMBER);
        variables.putAll(more);
        return CommandRun.of(variables, "smoke", "--url", url);
    }

    private CommandRun smoke(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("smoke", "--url", url + "/"));
        arguments.addAll(List.of(options));
        return CommandRun.of(MEMBER, arguments.toArray(String[]::new));
    }
}
