package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@SystemTest
class PasswordsIT {
    private static final String NEW = "Another-Horse-2027";

    @Test
    void aForgottenPasswordIsResetByMailOnceAndEndsEverySession(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        owner.post("/auth/password/forgot", Body.of("email", owner.email()))
                .then()
                .statusCode(202);
        String token = Mails.token(stack, owner.email(), "reset-password");
        reset(owner, token, "password1").then().statusCode(422).body("code", equalTo("VALIDATION_FAILED"));
        reset(owner, token, NEW).then().statusCode(204);
        reset(owner, token, NEW).then().statusCode(422).body("code", equalTo("TOKEN_INVALID"));
        owner.get("/auth/me").then().statusCode(401);
        owner.refresh(owner.refreshToken()).then().statusCode(401);
        owner.login().then().statusCode(401);
        owner.login(Body.of("email", owner.email(), "password", NEW)).then().statusCode(200);
    }

    @Test
    void whatADeliveredMailSaidIsNotKept(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Mails.token(stack, owner.email(), "verify-email");
        String model = Eventually.until(
                Duration.ofSeconds(10),
                () -> Sql.one(
                        stack,
                        "select model::text from mail_outbox where recipient = ? and status = 'SENT'",
                        owner.email()),
                found -> found != null);
        assertEquals("{}", model);
    }

    @Test
    void saysTheSameOfAnAddressNobodyHas(TestStack stack) {
        Visitor nobody = Visitor.stranger(stack);
        nobody.post("/auth/password/forgot", Body.of("email", nobody.email()))
                .then()
                .statusCode(202);
        Visitor owner = Visitor.owner(stack);
        Mails.token(stack, owner.email(), "verify-email");
        assertTrue(Mails.to(stack, nobody.email()).isEmpty());
    }

    @Test
    void anExpiredResetIsRefused(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        owner.post("/auth/password/forgot", Body.of("email", owner.email()));
        String token = Mails.token(stack, owner.email(), "reset-password");
        Sql.change(stack, "update single_use_tokens set expires_at = now() where email = ?", owner.email());
        reset(owner, token, NEW).then().statusCode(422).body("code", equalTo("TOKEN_INVALID"));
    }

    @Test
    void aChangeAsksForThePresentPasswordAndEndsTheOtherSessions(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor elsewhere = owner.withToken(owner.accessToken());
        owner.login();
        change(owner, "wrong-password", NEW).then().statusCode(422).body("code", equalTo("WRONG_PASSWORD"));
        change(owner, Visitor.PASSWORD, "qwerty123").then().statusCode(422);
        change(owner, Visitor.PASSWORD, NEW).then().statusCode(204);
        owner.get("/auth/me").then().statusCode(200);
        elsewhere.get("/auth/me").then().statusCode(401);
    }

    @Test
    void anAddressIsVerifiedByItsMailOnce(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        String first = Mails.token(stack, owner.email(), "verify-email");
        owner.get("/auth/me").then().body("user.emailVerified", equalTo(false));
        owner.post("/auth/email/verification").then().statusCode(202);
        String second = Mails.token(stack, owner.email(), "verify-email", 2);
        Visitor anybody = Visitor.stranger(stack);
        anybody.post("/auth/email/verify", Body.of("token", first)).then().statusCode(422);
        anybody.post("/auth/email/verify", Body.of("token", second)).then().statusCode(204);
        anybody.post("/auth/email/verify", Body.of("token", second)).then().statusCode(422);
        owner.get("/auth/me").then().body("user.emailVerified", equalTo(true));
        owner.post("/auth/email/verification").then().statusCode(409);
    }

    private static Response reset(Visitor by, String token, String password) {
        return Visitor.stranger(by.stack())
                .post("/auth/password/reset", Body.of("token", token, "newPassword", password));
    }

    private static Response change(Visitor by, String present, String next) {
        return by.post("/auth/password", Body.of("currentPassword", present, "newPassword", next));
    }
}
