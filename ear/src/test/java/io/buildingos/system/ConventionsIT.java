package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every resource gets from shared code, shown on one that is written in the house's way. */
@SystemTest
class ConventionsIT {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    void replaysTheAnswerToARepeatedKey(TestStack stack) {
        String key = UUID.randomUUID().toString();
        String body = person();
        HttpResponse<String> first = register(stack, key, body);
        HttpResponse<String> again = register(stack, key, body);
        assertEquals(201, first.statusCode(), first::body);
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(header(first, "Location"), header(again, "Location"));
        assertEquals(header(first, "ETag"), header(again, "ETag"));
        assertEquals("true", header(again, "Idempotency-Replayed"));
        assertEquals("", header(first, "Idempotency-Replayed"));
    }

    @Test
    void refusesAnotherBodyUnderAUsedKey(TestStack stack) {
        String key = UUID.randomUUID().toString();
        register(stack, key, person());
        HttpResponse<String> other = register(stack, key, person());
        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("IDEMPOTENCY_KEY_REUSED"), other::body);
    }

    @Test
    void actsOnceForManyRequestsAtOnce(TestStack stack) throws Exception {
        String key = UUID.randomUUID().toString();
        String body = person();
        DemoTenants.of(stack).token("owner.a");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<HttpResponse<String>> request = () -> register(stack, key, body);
            List<Future<HttpResponse<String>>> answers = pool.invokeAll(java.util.Collections.nCopies(8, request));
            int acted = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                int status = answer.get().statusCode();
                assertTrue(status == 201 || status == 409, () -> "unexpected " + status);
                acted += status == 201
                                && header(answer.get(), "Idempotency-Replayed").isEmpty()
                        ? 1
                        : 0;
            }
            assertEquals(1, acted);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void letsGoOfTheKeyOfARefusedRequest(TestStack stack) {
        String key = UUID.randomUUID().toString();
        assertEquals(422, register(stack, key, "{\"name\":\" \"}").statusCode());
        assertEquals(201, register(stack, key, person()).statusCode());
    }

    @Test
    void keepsKeysOfTenantsApart(TestStack stack) {
        String key = UUID.randomUUID().toString();
        String body = person();
        assertEquals(201, register(stack, key, body).statusCode());
        HttpResponse<String> other =
                Http.send("POST", people(stack), DemoTenants.of(stack).token("owner.b"), keyed(key), body);
        assertEquals(201, other.statusCode(), other::body);
        assertEquals("", header(other, "Idempotency-Replayed"));
    }

    @Test
    void patchesByVersionOnly(TestStack stack) {
        HttpResponse<String> made = register(stack, UUID.randomUUID().toString(), person());
        URI address = URI.create(header(made, "Location"));
        String name = "{\"name\":\"" + UUID.randomUUID() + "\"}";
        assertEquals(428, patch(stack, address, null, name).statusCode());
        assertEquals(412, patch(stack, address, "\"7\"", name).statusCode());
        assertEquals(400, patch(stack, address, "\"0\"", "{\"nope\":null}").statusCode());
        HttpResponse<String> taken = patch(stack, address, "\"0\"", "{\"name\":null}");
        assertEquals(422, taken.statusCode());
        assertTrue(taken.body().contains("\"field\":\"name\""), taken::body);
        HttpResponse<String> changed = patch(stack, address, "\"0\"", name);
        assertEquals(200, changed.statusCode(), changed::body);
        assertTrue(header(changed, "ETag").startsWith("\"1-"), header(changed, "ETag"));
    }

    @Test
    void leadsToTheNextPageByALink(TestStack stack) {
        register(stack, UUID.randomUUID().toString(), person());
        register(stack, UUID.randomUUID().toString(), person());
        String token = DemoTenants.of(stack).token("owner.a");
        HttpResponse<String> first =
                Http.send("GET", URI.create(people(stack) + "?limit=1&sort=name"), token, Map.of(), null);
        String link = header(first, "Link");
        assertTrue(link.matches("</api/v1/people\\?.*cursor=[^>]+>; rel=\"next\""), link);
        URI next = stack.base().resolve(link.substring(1, link.indexOf('>')));
        HttpResponse<String> second = Http.send("GET", next, token, Map.of(), null);
        assertEquals(200, second.statusCode(), second::body);
        assertNotEquals(first.body(), second.body());
    }

    @Test
    void answersNotModifiedToWhoeverKnowsTheVersion(TestStack stack) {
        HttpResponse<String> made = register(stack, UUID.randomUUID().toString(), person());
        URI address = URI.create(header(made, "Location"));
        String token = DemoTenants.of(stack).token("owner.a");
        HttpResponse<String> known =
                Http.send("GET", address, token, Map.of("If-None-Match", header(made, "ETag")), null);
        assertEquals(304, known.statusCode());
        assertEquals("", known.body());
        assertEquals(header(made, "ETag"), header(known, "ETag"));
        HttpResponse<String> stale = Http.send("GET", address, token, Map.of("If-None-Match", "\"7\""), null);
        assertEquals(200, stale.statusCode());
    }

    @Test
    void saysHowTheLimitStands(TestStack stack) {
        HttpResponse<String> list =
                Http.send("GET", people(stack), DemoTenants.of(stack).token("owner.a"), Map.of(), null);
        assertTrue(header(list, "RateLimit-Policy").matches("\"reads\";q=\\d+;w=60"), header(list, "RateLimit-Policy"));
        assertTrue(header(list, "RateLimit").matches("\"reads\";r=\\d+;t=\\d+"), header(list, "RateLimit"));
    }

    @Test
    void stopsGuessingAtAnAccount(TestStack stack) {
        String attempt =
                "{\"email\":\"%s@example.com\",\"password\":\"wrong-guess-2026\"}".formatted(UUID.randomUUID());
        Map<String, String> from = new HashMap<>(JSON);
        from.put("X-Forwarded-For", "203.0.113.77");
        URI login = stack.base().resolve("/api/v1/auth/login");
        for (int i = 0; i < 5; i++) {
            assertEquals(401, Http.send("POST", login, null, from, attempt).statusCode());
        }
        HttpResponse<String> sixth = Http.send("POST", login, null, from, attempt);
        assertEquals(429, sixth.statusCode());
        assertTrue(Integer.parseInt(header(sixth, "Retry-After")) > 0);
        assertTrue(header(sixth, "Content-Type").startsWith("application/problem+json"));
    }

    @Test
    void aGoodLoginCostsNothing(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        for (int i = 0; i < 7; i++) {
            assertFalse(tenants.freshToken("operator.b").isEmpty());
        }
    }

    @Test
    void letsOnlyConfiguredOriginsIn(TestStack stack) {
        String origin = java.util.Arrays.asList(
                        stack.settings().get("WEB_ORIGIN").split(",", -1))
                .get(0);
        Map<String, String> preflight = Map.of("Origin", origin, "Access-Control-Request-Method", "PATCH");
        HttpResponse<String> allowed = Http.send("OPTIONS", people(stack), null, preflight, null);
        assertEquals(204, allowed.statusCode());
        assertEquals(origin, header(allowed, "Access-Control-Allow-Origin"));
        assertEquals("true", header(allowed, "Access-Control-Allow-Credentials"));
        HttpResponse<String> stranger =
                Http.send("GET", people(stack), null, Map.of("Origin", "https://evil.example"), null);
        assertEquals("", header(stranger, "Access-Control-Allow-Origin"));
        assertTrue(stranger.headers().allValues("Vary").toString().contains("Origin"));
    }

    @Test
    void echoesAWellFormedRequestIdOnly(TestStack stack) {
        URI health = stack.base().resolve("/health");
        assertEquals(
                "abc-12345678",
                header(Http.send("GET", health, null, Map.of("X-Request-Id", "abc-12345678"), null), "X-Request-Id"));
        String replaced = header(
                Http.send("GET", health, null, Map.of("X-Request-Id", "<script>x</script>"), null), "X-Request-Id");
        assertFalse(replaced.contains("script"));
        assertFalse(replaced.isEmpty());
    }

    private static HttpResponse<String> register(TestStack stack, String key, String body) {
        return Http.send("POST", people(stack), DemoTenants.of(stack).token("owner.a"), keyed(key), body);
    }

    private static HttpResponse<String> patch(TestStack stack, URI address, String version, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/merge-patch+json"));
        if (version != null) {
            headers.put("If-Match", version);
        }
        return Http.send("PATCH", address, DemoTenants.of(stack).token("owner.a"), headers, body);
    }

    private static Map<String, String> keyed(String key) {
        return Map.of("Content-Type", "application/json", "Idempotency-Key", key);
    }

    private static URI people(TestStack stack) {
        return stack.base().resolve("/api/v1/people");
    }

    private static String person() {
        return "{\"name\":\"%s\"}".formatted(UUID.randomUUID());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
