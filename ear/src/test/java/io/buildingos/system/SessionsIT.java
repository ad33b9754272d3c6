package io.buildingos.system;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SystemTest
class SessionsIT {
    private static final String LOCKED = "select locked_until > now() from users where email = ?";

    @Test
    void aRefreshTokenUsedTwiceEndsTheWholeSession(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        String first = owner.refreshToken();
        Response refreshed = owner.refresh(first);
        refreshed.then().statusCode(200);
        String second = refreshed.path("refreshToken");
        Visitor refreshedOwner = owner.withToken(refreshed.path("accessToken"));
        refreshedOwner.get("/auth/me").then().statusCode(200);

        owner.refresh(first).then().statusCode(401);
        owner.refresh(second).then().statusCode(401);
        refreshedOwner.get("/auth/me").then().statusCode(401);
    }

    @Test
    void ofManyUsesOfOneRefreshTokenAtOnceOneWinsAndTheSessionEnds(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        List<Callable<Response>> uses = IntStream.range(0, 32)
                .<Callable<Response>>mapToObj(i -> () -> Visitor.stranger(stack).refresh(owner.refreshToken()))
                .toList();
        List<Response> answers = AtOnce.all(uses);
        List<Response> won =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertEquals(1, won.size());
        assertEquals(
                31,
                answers.stream().filter(answer -> answer.statusCode() == 401).count());
        owner.refresh(won.get(0).path("refreshToken")).then().statusCode(401);
    }

    @Test
    void browsersGetTheRefreshTokenWhereScriptsCannotReachIt(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Response login = owner.post("/auth/login", Body.of("email", owner.email(), "password", Visitor.PASSWORD));
        login.then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString("HttpOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Path=/api/v1/auth")));
        owner.request()
                .cookie("buildingos_refresh", login.cookie("buildingos_refresh"))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header("Set-Cookie", containsString("buildingos_refresh="));
    }

    @Test
    void endsOneSessionOrAllButNeverSomebodyElses(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor elsewhere = owner.withToken(owner.login().path("accessToken"));
        Visitor third = owner.withToken(owner.login().path("accessToken"));
        Response sessions = third.get("/auth/sessions");
        sessions.then().statusCode(200).body("items", hasSize(3));
        String current = sessions.path("items.find { it.current }.id");
        Visitor.owner(stack)
                .request()
                .delete("/api/v1/auth/sessions/" + current)
                .then()
                .statusCode(404);

        elsewhere.post("/auth/logout").then().statusCode(204);
        elsewhere.get("/auth/me").then().statusCode(401);
        third.get("/auth/me").then().statusCode(200);
        third.request().delete("/api/v1/auth/sessions/" + current).then().statusCode(204);
        third.get("/auth/me").then().statusCode(401);
        owner.login();
        owner.post("/auth/logout-all").then().statusCode(204);
        owner.get("/auth/me").then().statusCode(401);
        owner.refresh(owner.refreshToken()).then().statusCode(401);
    }

    @Test
    void switchesBetweenOnesTenantsOnly(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor other = Visitor.owner(stack);
        String home = owner.get("/auth/me").path("tenantId");
        String away = other.get("/auth/me").path("tenantId");
        owner.post("/auth/switch", Body.of("tenantId", away)).then().statusCode(404);
        owner.post("/auth/switch", Body.of("tenantId", UUID.randomUUID().toString()))
                .then()
                .statusCode(404);

        other.post("/invitations", Body.of("email", owner.email(), "role", "OPERATOR"))
                .then()
                .statusCode(201);
        String token = Mails.token(stack, owner.email(), "accept-invitation");
        owner.post("/invitations/accept", Body.of("token", token)).then().statusCode(201);
        Response switched = owner.post("/auth/switch", Body.of("tenantId", away));
        switched.then().statusCode(200).body("tenantId", equalTo(away));
        Visitor guest = owner.withToken(switched.path("accessToken"));
        guest.get("/auth/me").then().body("tenantId", equalTo(away));
        guest.get("/members").then().statusCode(403);
        owner.get("/auth/me").then().body("tenantId", equalTo(home));
    }

    @Test
    void answersEveryFailedLoginAlike(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor unknown = Visitor.stranger(stack);
        Response wrong = owner.login(Body.of("email", owner.email(), "password", "wrong-password"));
        Response nobody = unknown.login();
        for (String field : List.of("type", "title", "status", "detail", "code")) {
            assertEquals(wrong.path(field).toString(), nobody.path(field).toString(), field);
        }
        assertEquals(401, wrong.statusCode());
    }

    @Test
    void locksAnAccountAfterFiveFailuresAndReportsIt(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        for (int failure = 0; failure < 5; failure++) {
            owner.login(Body.of("email", owner.email(), "password", "wrong-password"))
                    .then()
                    .statusCode(401);
        }
        assertEquals("t", Sql.one(stack, LOCKED, owner.email()));
        assertNotNull(Sql.one(
                stack,
                "select e.id from audit_entries e join users u on u.id = e.entity_id"
                        + " where u.email = ? and e.action = 'account.locked' and e.tenant_id is not null",
                owner.email()));
        // The count of attempts would refuse the sixth before the lock is asked.
        Sql.change(stack, "delete from rate_limit_buckets");
        owner.login().then().statusCode(401).body("code", equalTo("LOGIN_FAILED"));
        Sql.change(stack, "update users set locked_until = now() where email = ?", owner.email());
        owner.login().then().statusCode(200);
        assertEquals("0", Sql.one(stack, "select failed_logins from users where email = ?", owner.email()));
    }

    @Test
    void anIdleSessionIsOver(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        String idle = "update sessions set last_used_at = last_used_at - interval '%s'"
                + " where user_id = (select id from users where email = ?)";
        Sql.change(stack, idle.formatted("6 days 23 hours"), owner.email());
        Response refreshed = owner.refresh(owner.refreshToken());
        refreshed.then().statusCode(200);
        Sql.change(stack, idle.formatted("7 days 1 hour"), owner.email());
        owner.refresh(refreshed.path("refreshToken")).then().statusCode(401);
        owner.get("/auth/sessions").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aDisabledUserLosesAccessWithinAMinute(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        owner.get("/auth/me").then().statusCode(200);
        Sql.change(stack, "update users set disabled_at = now() where email = ?", owner.email());
        Eventually.until(Duration.ofSeconds(60), () -> owner.get("/auth/me").statusCode(), status -> status == 401);
        owner.refresh(owner.refreshToken()).then().statusCode(401);
        owner.login().then().statusCode(401);
    }
}
