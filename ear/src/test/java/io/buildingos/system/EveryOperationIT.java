package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.buildingos.kernel.Permission;
import io.buildingos.kernel.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for all operations of the served API description, also for the ones not written yet. */
@SystemTest
class EveryOperationIT {
    /** 400 for an address that isn't UTF-8; 422 where the body is looked at first. */
    private static final Set<Integer> REFUSALS_OF_AN_ID = Set.of(400, 403, 404, 422);

    private static final Map<String, Role> ROLES = Map.of(
            "owner.a", Role.TENANT_OWNER,
            "admin.a", Role.TENANT_ADMIN,
            "operator.a", Role.OPERATOR,
            "resident.a", Role.RESIDENT,
            "superadmin", Role.SUPER_ADMIN);

    private static final String BAD_NUMBER = "123456789012345678901234567890";

    @Test
    void thereAreOperationsToTest(TestStack stack) {
        List<ApiOperation> all = ApiOperation.all(stack);
        assertTrue(all.size() > 20, all::toString);
        assertTrue(all.stream().anyMatch(ApiOperation::isOpen));
    }

    /** Some of the nonsense was a wrong password, and who sent it can't log in for a while. */
    @AfterAll
    static void letThemInAgain(TestStack stack) {
        Sql.change(stack, "update users set failed_logins = 0, locked_until = null where locked_until is not null");
    }

    @TestFactory
    Stream<DynamicTest> answers401WithoutAToken(TestStack stack) {
        return ApiOperation.all(stack).stream()
                .filter(operation -> !operation.isOpen())
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    HttpResponse<String> answer = call(stack, operation, null, variable -> unknown(), operation.body());
                    expect(401, operation, answer);
                    assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent());
                }));
    }

    @TestFactory
    Stream<DynamicTest> answers401ToAForgedToken(TestStack stack) {
        String forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.";
        return ApiOperation.all(stack).stream()
                .filter(operation -> !operation.isOpen())
                .map(operation -> dynamicTest(
                        operation.toString(),
                        () -> expect(
                                401,
                                operation,
                                call(stack, operation, forged, variable -> unknown(), operation.body()))));
    }

    @TestFactory
    Stream<DynamicTest> hidesWhatIsAnotherTenants(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::hasVariables)
                .filter(operation -> !operation.isOpen() && !operation.isPlatform())
                .map(operation -> dynamicTest(
                        operation.toString(),
                        () -> expect(
                                404,
                                operation,
                                call(stack, operation, tenants.token("owner.b"), tenants::idOf, operation.body()))));
    }

    @TestFactory
    Stream<DynamicTest> permitsEachRoleWhatTheTableSays(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(operation -> !operation.isOpen())
                .flatMap(operation -> ROLES.entrySet().stream()
                        .map(role -> dynamicTest(
                                operation + " as " + role.getKey(),
                                () -> keepsToTheTable(stack, tenants, operation, role.getKey(), role.getValue()))));
    }

    private static void keepsToTheTable(
            TestStack stack, DemoTenants tenants, ApiOperation operation, String user, Role role) {
        Set<Permission> asked = OperationPermissions.of(operation);
        if (asked.isEmpty()) {
            return; // about the caller's own account
        }
        String token = tenants.token(user);
        if (asked.stream().allMatch(role::permits)) {
            HttpResponse<String> answer = call(stack, operation, token, variable -> unknown(), operation.body());
            assertTrue(answer.statusCode() != 403, () -> role + " may " + operation + ": " + answer.body());
            clean(operation.toString(), answer);
            return;
        }
        expect(403, operation, call(stack, operation, token, id -> tenants.idOf(id, user), operation.body()));
    }

    @TestFactory
    Stream<DynamicTest> survivesBodiesThatMakeNoSense(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::hasBody)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String token = tenants.token(operation.isPlatform() ? "superadmin" : "owner.a");
                    for (byte[] body : nonsense(operation)) {
                        String shown = new String(body, 0, Math.min(body.length, 120), StandardCharsets.ISO_8859_1);
                        clean(
                                operation + " with " + shown,
                                Http.sendBytes(
                                        operation.method(),
                                        operation.at(stack, tenants::idOf),
                                        token,
                                        headers(operation),
                                        body));
                    }
                }));
    }

    /** Spaces of all kinds: what Java calls blank is less. */
    @TestFactory
    Stream<DynamicTest> namesTheFieldThatShowsNothing(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(operation -> operation.hasBody() && !operation.isOpen())
                .flatMap(operation -> operation.wordyFields().stream()
                        .map(field -> dynamicTest(operation + " " + field, () -> {
                            String token = tenants.token(operation.isPlatform() ? "superadmin" : "owner.a");
                            HttpResponse<String> answer = call(
                                    stack, operation, token, tenants::idOf, operation.bodyWith(field, "\u2003\u00a0"));
                            expect(422, operation, answer);
                            assertTrue(answer.body().contains("\"field\":\"" + field + "\""), answer::body);
                        })));
    }

    @TestFactory
    Stream<DynamicTest> survivesAddressesThatMakeNoSense(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        List<String> ids = List.of(
                "x",
                "1-1-1-1-1",
                "..%2f..%2fetc%2fpasswd",
                "%27%20or%20%271%27=%271",
                "%00",
                "%ff",
                "9".repeat(30),
                "-1");
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::hasVariables)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String token = tenants.token(operation.isPlatform() ? "superadmin" : "owner.a");
                    for (String id : ids) {
                        HttpResponse<String> answer = call(stack, operation, token, variable -> id, operation.body());
                        clean(operation + " with " + id, answer);
                        assertTrue(
                                REFUSALS_OF_AN_ID.contains(answer.statusCode()),
                                operation + " with " + id + ": " + answer.statusCode() + " " + answer.body());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersWhatIsHardlyHttpInTheOneShape(TestStack stack) {
        return ApiOperation.all(stack).stream()
                .map(ApiOperation::path)
                .distinct()
                .map(path -> dynamicTest(path, () -> {
                    String plain = path.replaceAll("\\{\\w+}", "x");
                    isProblem(405, Http.raw(stack.base(), "TRACE", plain));
                    isProblem(400, Http.raw(stack.base(), "GET", path.replaceAll("\\{\\w+}", "%zz") + "%"));
                    isProblem(400, Http.raw(stack.base(), "GET", plain + "?q=%ff"));
                }));
    }

    private static void isProblem(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
        assertTrue(answer.contains("\"status\":" + status + ","), answer);
    }

    @TestFactory
    Stream<DynamicTest> refusesQueriesThatMakeNoSense(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        List<String> queries = List.of(
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=1&limit=2",
                "limit=" + BAD_NUMBER,
                "cursor=x",
                "cursor=%00",
                "cursor=AAAAAAAAAAAAAAAAAAAAAG5hbWUKAA",
                "sort=nope",
                "sort=%27;drop%20table%20users",
                "nope=1",
                "%00=1");
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::isList)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String token = tenants.token(operation.isPlatform() ? "superadmin" : "owner.a");
                    String address = operation.at(stack, tenants::idOf).toString();
                    for (String query : queries) {
                        HttpResponse<String> answer =
                                Http.send("GET", java.net.URI.create(address + "?" + query), token, Map.of(), null);
                        clean(operation + "?" + query, answer);
                        assertTrue(
                                answer.statusCode() == 400,
                                operation + "?" + query + ": " + answer.statusCode() + " " + answer.body());
                    }
                }));
    }

    private static List<byte[]> nonsense(ApiOperation operation) {
        List<String> texts = new ArrayList<>(List.of(
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "1",
                "{\"nope\":1}",
                "{\"nope\":null}",
                "[".repeat(5_000),
                "{\"a\":" + "9".repeat(2_000) + "}",
                "{\"x\":\"" + "x".repeat(1_100_000) + "\"}"));
        operation.bodySchema().path("properties").fieldNames().forEachRemaining(field -> {
            for (String value : List.of(
                    "{}",
                    "[]",
                    "[{}]",
                    "null",
                    "true",
                    BAD_NUMBER,
                    "1e999999",
                    "-1",
                    "\"\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"9999999-12-31\"",
                    "\"'; drop table users; --\"",
                    "\"../../etc/passwd\"",
                    "\"" + "x".repeat(100_000) + "\"")) {
                texts.add("{\"" + field + "\":" + value + "}");
            }
        });
        List<byte[]> bodies = new ArrayList<>();
        texts.forEach(text -> bodies.add(text.getBytes(StandardCharsets.UTF_8)));
        bodies.add(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0});
        return bodies;
    }

    private static HttpResponse<String> call(
            TestStack stack,
            ApiOperation operation,
            String token,
            java.util.function.Function<String, String> variables,
            String body) {
        return Http.send(operation.method(), operation.at(stack, variables), token, headers(operation), body);
    }

    private static Map<String, String> headers(ApiOperation operation) {
        Map<String, String> headers = new HashMap<>(Map.of("If-Match", "\"999999\""));
        if (operation.hasBody()) {
            headers.put("Content-Type", operation.contentType());
        }
        if (operation.needsKey()) {
            headers.put("Idempotency-Key", unknown());
        }
        return headers;
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }

    private static void expect(int status, ApiOperation operation, HttpResponse<String> answer) {
        Assertions.assertEquals(status, answer.statusCode(), () -> operation + ": " + answer.body());
        clean(operation.toString(), answer);
    }

    /** Never a failure of ours, and every refusal in the one shape. */
    private static void clean(String what, HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 500, () -> what + ": " + answer.statusCode() + " " + answer.body());
        if (answer.statusCode() >= 400) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertTrue(type.startsWith("application/problem+json"), () -> what + ": " + type + " " + answer.body());
            assertFalse(
                    answer.body().matches("(?s).*(Exception|\\tat |org\\.hibernate|SQLState|io\\.buildingos).*"),
                    () -> what + " tells about the inside: " + answer.body());
        }
    }
}
