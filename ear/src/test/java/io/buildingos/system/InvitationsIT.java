package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@SystemTest
class InvitationsIT {
    private static final String PAGE = "accept-invitation";

    @Test
    void bringsSomebodyNewIntoTheTenant(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor invited = Visitor.stranger(stack);
        String id = invite(owner, invited.email(), "OPERATOR").path("id");
        String token = Mails.token(stack, invited.email(), PAGE);
        invited.post("/invitations/lookup", Body.of("token", token))
                .then()
                .statusCode(200)
                .body("email", equalTo(invited.email()))
                .body("role", equalTo("OPERATOR"))
                .body("accountExists", equalTo(false));
        accept(invited, token).then().statusCode(201);
        accept(Visitor.stranger(stack), token).then().statusCode(404);
        invited.login().then().statusCode(200).body("memberships[0].role", equalTo("OPERATOR"));
        owner.get("/invitations/" + id).then().body("status", equalTo("ACCEPTED"));
        invite(owner, invited.email(), "RESIDENT").then().statusCode(409).body("code", equalTo("ALREADY_MEMBER"));
    }

    @Test
    void aLinkAloneLogsNobodyIn(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor other = Visitor.owner(stack);
        Visitor third = Visitor.owner(stack);
        invite(owner, other.email(), "TENANT_ADMIN");
        String token = Mails.token(stack, other.email(), PAGE);
        accept(Visitor.stranger(stack), token).then().statusCode(401).body("code", equalTo("LOGIN_TO_ACCEPT"));
        accept(third, token).then().statusCode(403);
        accept(other, token).then().statusCode(201);
        other.login().then().body("memberships", hasSize(2));
    }

    @Test
    void thereIsOnePendingInvitationOfAnAddress(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        String email = Visitor.stranger(stack).email();
        Callable<Response> invitation = () -> invite(owner, email, "OPERATOR");
        List<Response> answers = AtOnce.all(List.of(invitation, invitation, invitation, invitation));
        assertEquals(
                List.of(201, 409, 409, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void theMailBeforeLeadsNowhereOnceItIsSentAgainOrRevoked(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor invited = Visitor.stranger(stack);
        String path =
                "/invitations/" + invite(owner, invited.email(), "RESIDENT").path("id");
        String first = Mails.token(stack, invited.email(), PAGE);
        owner.post(path + "/resend").then().statusCode(200).body("version", equalTo(1));
        String second = Mails.token(stack, invited.email(), PAGE, 2);
        accept(invited, first).then().statusCode(404);
        owner.delete(path, 1).then().statusCode(204);
        accept(invited, second).then().statusCode(404);
        owner.get(path).then().body("status", equalTo("REVOKED"));
        owner.post(path + "/resend").then().statusCode(409);
    }

    @Test
    void runsOutAndMakesRoomForAnother(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor invited = Visitor.stranger(stack);
        String id = invite(owner, invited.email(), "RESIDENT").path("id");
        String token = Mails.token(stack, invited.email(), PAGE);
        Sql.change(stack, "update invitations set expires_at = now() where id = ?", UUID.fromString(id));
        accept(invited, token).then().statusCode(404);
        owner.get("/invitations?status=EXPIRED").then().body("items.id", equalTo(List.of(id)));
        invite(owner, invited.email(), "RESIDENT").then().statusCode(201);
        owner.get("/invitations/" + id).then().body("status", equalTo("EXPIRED"));
    }

    @Test
    void onlyThoseWhoManageMembersInviteAndNeverAnOwner(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor operator = owner.colleague("OPERATOR");
        String email = Visitor.stranger(stack).email();
        invite(operator, email, "RESIDENT").then().statusCode(403);
        invite(owner, email, "TENANT_OWNER").then().statusCode(422);
        invite(owner, email, "SUPER_ADMIN").then().statusCode(422);
    }

    @Test
    void thePlanLimitsWhoCanAccept(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        UUID tenant = UUID.fromString(owner.get("/auth/me").path("tenantId"));
        Sql.change(stack, "update subscriptions set plan = 'FREE' where tenant_id = ?", tenant);
        List<Visitor> invited = List.of(Visitor.stranger(stack), Visitor.stranger(stack), Visitor.stranger(stack));
        invited.forEach(one -> invite(owner, one.email(), "RESIDENT").then().statusCode(201));
        List<String> tokens = invited.stream()
                .map(one -> Mails.token(stack, one.email(), PAGE))
                .toList();
        List<Response> answers = AtOnce.all(List.of(
                () -> accept(invited.get(0), tokens.get(0)),
                () -> accept(invited.get(1), tokens.get(1)),
                () -> accept(invited.get(2), tokens.get(2))));
        assertEquals(
                List.of(201, 409, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        assertTrue(answers.stream()
                .filter(answer -> answer.statusCode() == 409)
                .allMatch(answer -> answer.path("code").equals("PLAN_LIMIT_EXCEEDED")));
    }

    private static Response invite(Visitor by, String email, String role) {
        return by.post("/invitations", Body.of("email", email, "role", role));
    }

    private static Response accept(Visitor by, String token) {
        return by.post(
                "/invitations/accept", Body.of("token", token, "name", "Nora New", "password", Visitor.PASSWORD));
    }
}
