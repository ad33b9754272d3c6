package io.buildingos.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The two tenants of the seed job: a user of every role, and ids of everything there is. */
final class DemoTenants {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "Demo-Building-2026!";
    /** Well before a token ends by itself: the tests take longer than one lasts. */
    private static final Duration KEPT = Duration.ofMinutes(8);

    private static final Map<TestStack, DemoTenants> SEEDED = new ConcurrentHashMap<>();

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, Instant> freshUntil = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final TestStack stack;

    private DemoTenants(TestStack stack) {
        this.stack = stack;
        stack.runJob("seed");
    }

    static DemoTenants of(TestStack stack) {
        return SEEDED.computeIfAbsent(stack, DemoTenants::new);
    }

    /** @param user the part before the at sign: {@code owner.a}, {@code superadmin} */
    String token(String user) {
        synchronized (tokens) {
            Instant now = Instant.now();
            if (now.isAfter(freshUntil.getOrDefault(user, Instant.MIN))) {
                tokens.put(user, freshToken(user));
                freshUntil.put(user, now.plus(KEPT));
            }
            return tokens.get(user);
        }
    }

    String freshToken(String user) {
        HttpResponse<String> answer = Http.send(
                "POST",
                stack.base().resolve("/api/v1/auth/login"),
                null,
                Map.of("Content-Type", "application/json"),
                "{\"email\":\"%s@example.com\",\"password\":\"%s\"}".formatted(user, PASSWORD));
        if (answer.statusCode() != 200) {
            throw new AssertionError(user + " can't log in: " + answer.body());
        }
        return read(answer).get("accessToken").asText();
    }

    /**
     * An id of tenant A that fits a path's variable. A variable nobody named here fails the test: say where such an id
     * comes from.
     */
    String idOf(String variable) {
        return idOf(variable, "owner.a");
    }

    /** The same; where a resident's own home is meant, one the user can see. */
    String idOf(String variable, String user) {
        String seer = user.equals("resident.a") ? user : "owner.a";
        synchronized (ids) {
            String known = ids.get(variable + " " + seer);
            if (known == null) {
                known = find(variable, seer);
                ids.put(variable + " " + seer, known);
            }
            return known;
        }
    }

    /** One more of what {@link #idOf} names; where nothing makes one at will, the same again. */
    void another(String variable) {
        find(variable, "owner.a");
    }

    private String find(String variable, String seer) {
        return switch (variable) {
            case "building" -> first("/api/v1/buildings", seer);
            case "unit" -> unit(seer);
            case "person" -> first("/api/v1/people", seer);
            case "occupancy" -> occupancy();
            case "vendor" -> created("/api/v1/vendors", "owner.a", "{\"name\":\"%s\"}".formatted(UUID.randomUUID()));
            case "quote" -> created("/api/v1/quotes", "owner.a", work());
            case "order" -> created("/api/v1/work-orders", "owner.a", work());
            case "announcement" -> announcement();
            case "member" -> first("/api/v1/members", "owner.a");
            case "charge" -> charge(seer);
            case "payment" -> payment(seer);
            case "receipt" -> receipt(seer);
            case "invitation" -> invitation();
            case "ticket" ->
                created(
                        "/api/v1/tickets",
                        seer,
                        "{\"unitId\":\"%s\",\"title\":\"Lift\",\"description\":\"It stands still\",\"category\":\"REPAIR\"}"
                                .formatted(unit(seer)));
            case "supportTicket" ->
                created(
                        "/api/v1/support-tickets",
                        "owner.a",
                        "{\"title\":\"Help\",\"category\":\"QUESTION\",\"message\":\"How do I invite somebody?\"}");
            case "session" -> first("/api/v1/auth/sessions", "owner.a");
            case "user" -> first("/api/v1/platform/users", "superadmin");
            case "tenant" -> get("/api/v1/tenant", "owner.a").get("id").asText();
            case "document" -> document();
            case "upload" -> upload();
            case "revision" -> first("/api/v1/documents/" + idOf("document") + "/revisions", "owner.a");
            case "notification" -> notification();
            case "mail" -> {
                idOf("invitation");
                yield first("/api/v1/platform/mail", "superadmin");
            }
            case "suppression" -> suppression();
            case "job" -> "seed";
            case "verification" -> verification();
            // Of a job that says enough in its log, whatever the schedules have started since.
            case "execution" -> first("/api/v1/platform/executions?job=seed", "superadmin");
            default -> throw new AssertionError("where does an id for {" + variable + "} come from?");
        };
    }

    private String unit(String seer) {
        for (JsonNode building : get("/api/v1/buildings?limit=200", seer).get("items")) {
            JsonNode units = get("/api/v1/buildings/" + building.get("id").asText() + "/units", seer)
                    .get("items");
            if (!units.isEmpty()) {
                return units.get(0).get("id").asText();
            }
        }
        throw new AssertionError(seer + " sees no unit");
    }

    private String occupancy() {
        for (JsonNode person : get("/api/v1/people?limit=200", "owner.a").get("items")) {
            JsonNode items = get("/api/v1/people/" + person.get("id").asText() + "/occupancies", "owner.a")
                    .get("items");
            if (!items.isEmpty()) {
                return items.get(0).get("id").asText();
            }
        }
        throw new AssertionError("nobody of tenant A lives anywhere");
    }

    private String charge(String seer) {
        return created(
                "/api/v1/charges",
                "owner.a",
                "{\"unitId\":\"%s\",\"period\":\"2026-01\",\"type\":\"OTHER\",\"concept\":\"%s\",\"dueOn\":\"2026-01-31\","
                                .formatted(idOf("unit", seer), UUID.randomUUID())
                        + "\"amount\":{\"amountMinor\":1000,\"currency\":\"%s\"}}".formatted(currency()));
    }

    private String payment(String seer) {
        return created(
                "/api/v1/payments",
                "owner.a",
                "{\"unitId\":\"%s\",\"method\":\"CASH\",\"reference\":\"%s\",\"paidOn\":\"2026-01-31\","
                                .formatted(idOf("unit", seer), UUID.randomUUID())
                        + "\"amount\":{\"amountMinor\":1000,\"currency\":\"%s\"}}".formatted(currency()));
    }

    private String receipt(String seer) {
        HttpResponse<String> answer = Http.send(
                "POST",
                stack.base().resolve("/api/v1/payments/" + payment(seer) + "/approve"),
                token("owner.a"),
                Map.of("Content-Type", "application/json"),
                "{}");
        return read(answer).get("receiptId").asText();
    }

    private String currency() {
        return get("/api/v1/tenant", "owner.a").get("currency").asText();
    }

    private String work() {
        return "{\"vendorId\":\"%s\",\"buildingId\":\"%s\",\"description\":\"Paint it\"}"
                .formatted(idOf("vendor"), idOf("building"));
    }

    /** Sent, so that everybody sees it. */
    private String announcement() {
        String id = created(
                "/api/v1/announcements",
                "owner.a",
                "{\"title\":\"Water\",\"body\":\"Off on Monday\",\"byEmail\":false,\"targets\":[{\"kind\":\"TENANT\"}]}");
        Http.send(
                "POST",
                stack.base().resolve("/api/v1/announcements/" + id + "/send"),
                token("owner.a"),
                Map.of(),
                null);
        return id;
    }

    private String verification() {
        stack.runJob("verify");
        return first("/api/v1/platform/verifications", "superadmin");
    }

    private String invitation() {
        return created(
                "/api/v1/invitations",
                "owner.a",
                "{\"email\":\"%s@example.com\",\"role\":\"OPERATOR\"}".formatted(UUID.randomUUID()));
    }

    private String created(String path, String user, String body) {
        HttpResponse<String> answer = Http.send(
                "POST",
                stack.base().resolve(path),
                token(user),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
        if (answer.statusCode() != 201) {
            throw new AssertionError("nothing created in " + path + ": " + answer.body());
        }
        return read(answer).get("id").asText();
    }

    /** No operation tells somebody at will: the row is written. */
    private String notification() {
        UUID id = UUID.randomUUID();
        try (Connection connection = stack.asOwner()) {
            connection.setAutoCommit(false);
            Statement statement = connection.createStatement();
            statement.execute("select set_config('app.scope', 'system', true)");
            statement.execute(
                    "insert into notifications (id, version, tenant_id, user_id, type, subject_type, subject_id, title,"
                            + " body, created_at) select '" + id + "', 0, '" + idOf("tenant")
                            + "', u.id, 'ANNOUNCEMENT', 'announcement', u.id, 'Hello', 'World', now() from users u"
                            + " where u.email = 'owner.a@example.com'");
            connection.commit();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        return id.toString();
    }

    private String suppression() {
        HttpResponse<String> answer = Http.send(
                "POST",
                stack.base().resolve("/api/v1/platform/mail/suppressions"),
                token("superadmin"),
                Map.of("Content-Type", "application/json"),
                "{\"address\":\"%s@example.com\"}".formatted(UUID.randomUUID()));
        return read(answer).get("id").asText();
    }

    private String upload() {
        Actor owner = new Actor(stack.base(), null, token("owner.a"));
        return TestFiles.announced(owner, "house rules.pdf", TestFiles.PDF.length, "RULES", "RESIDENTS", null, null)
                .path("id");
    }

    private String document() {
        Actor owner = new Actor(stack.base(), null, token("owner.a"));
        return TestFiles.document(owner, "house rules.pdf", "RULES", "RESIDENTS", null, null)
                .toString();
    }

    private String first(String list, String user) {
        JsonNode items = get(list, user).path("items");
        if (items.isEmpty()) {
            throw new AssertionError(user + " sees nothing in " + list);
        }
        return items.get(0).get("id").asText();
    }

    private JsonNode get(String path, String user) {
        return read(Http.send("GET", stack.base().resolve(path), token(user), Map.of(), null));
    }

    static JsonNode read(HttpResponse<String> answer) {
        return read(answer.body());
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new AssertionError(json, unreadable);
        }
    }
}
