package io.buildingos.system;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody in front of the API: with an address of its own, and tokens after a login. */
public final class Visitor {
    static final String PASSWORD = "Correct-Horse-2026";

    private final TestStack stack;
    private final String address;
    private final String email;
    private String accessToken;
    private String refreshToken;

    Visitor(TestStack stack, String email) {
        this.stack = stack;
        this.email = email;
        var random = ThreadLocalRandom.current();
        this.address = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    static Visitor stranger(TestStack stack) {
        return new Visitor(stack, "v" + UUID.randomUUID().toString().substring(24) + "@example.com");
    }

    /** An owner with a tenant of its own. */
    static Visitor owner(TestStack stack) {
        Visitor owner = stranger(stack);
        String tenant = Body.of(
                "name", "Test " + UUID.randomUUID(),
                "type", "MANAGEMENT_COMPANY",
                "currency", "ARS",
                "timeZone", "America/Argentina/Buenos_Aires");
        Response signedUp = owner.post(
                "/auth/signup",
                Body.of(
                        "email",
                        owner.email,
                        "password",
                        PASSWORD,
                        "name",
                        "Olga Owner",
                        "tenant",
                        new Body.Raw(tenant),
                        "tokenDelivery",
                        "BODY"));
        signedUp.then().statusCode(201);
        owner.take(signedUp);
        return owner;
    }

    /** Somebody this one has invited, and who has accepted. */
    Visitor colleague(String role) {
        Visitor colleague = stranger(stack);
        post("/invitations", Body.of("email", colleague.email, "role", role))
                .then()
                .statusCode(201);
        String token = Mails.token(stack, colleague.email, "accept-invitation");
        colleague
                .post("/invitations/accept", Body.of("token", token, "name", "Colin", "password", PASSWORD))
                .then()
                .statusCode(201);
        colleague.login().then().statusCode(200);
        return colleague;
    }

    Response login() {
        return login(Body.of("email", email, "password", PASSWORD, "tokenDelivery", "BODY"));
    }

    Response login(String body) {
        Response answer = post("/auth/login", body);
        if (answer.statusCode() == 200) {
            take(answer);
        }
        return answer;
    }

    Response refresh(String token) {
        return post("/auth/refresh", Body.of("refreshToken", token));
    }

    Response get(String path) {
        return request().get("/api/v1" + path);
    }

    Response post(String path, String body) {
        return request().body(body).post("/api/v1" + path);
    }

    Response post(String path) {
        return request().post("/api/v1" + path);
    }

    Response patch(String path, long version, String body) {
        return request().header("If-Match", "\"" + version + "\"").body(body).patch("/api/v1" + path);
    }

    Response delete(String path, long version) {
        return request().header("If-Match", "\"" + version + "\"").delete("/api/v1" + path);
    }

    RequestSpecification request() {
        RequestSpecification request = given().baseUri(stack.base().toString())
                .header("X-Forwarded-For", address)
                .contentType("application/json");
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    /** The membership this visitor has in its active tenant. */
    String memberId() {
        return get("/members?email=" + email).path("items[0].id");
    }

    private void take(Response tokens) {
        accessToken = tokens.path("accessToken");
        refreshToken = tokens.path("refreshToken");
    }

    Visitor withToken(String token) {
        Visitor same = new Visitor(stack, email);
        same.accessToken = token;
        return same;
    }

    TestStack stack() {
        return stack;
    }

    String email() {
        return email;
    }

    String accessToken() {
        return accessToken;
    }

    String refreshToken() {
        return refreshToken;
    }
}
