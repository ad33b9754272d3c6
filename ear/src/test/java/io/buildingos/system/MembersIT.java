package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SystemTest
class MembersIT {
    private static final String OWNER = "{\"roles\":[{\"role\":\"TENANT_OWNER\"}]}";
    private static final String ADMIN = "{\"roles\":[{\"role\":\"TENANT_ADMIN\"}]}";
    private static final String OPERATOR = "{\"roles\":[{\"role\":\"OPERATOR\"}]}";

    @Test
    void ofTwoOwnersSteppingDownAtOnceOneStays(TestStack stack) throws Exception {
        Visitor first = Visitor.owner(stack);
        Visitor second = first.colleague("TENANT_ADMIN");
        String firstId = first.memberId();
        String secondId = second.memberId();
        first.patch("/members/" + secondId, 0, OWNER).then().statusCode(200);
        List<Response> answers = AtOnce.all(List.of(
                () -> first.patch("/members/" + firstId, 0, ADMIN),
                () -> second.patch("/members/" + secondId, 1, ADMIN)));
        assertEquals(
                List.of(200, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        first.get("/members?role=TENANT_OWNER").then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void theLastOwnerCanNeitherBeDemotedNorRemoved(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        String id = owner.memberId();
        owner.patch("/members/" + id, 0, ADMIN).then().statusCode(409).body("code", equalTo("LAST_OWNER"));
        owner.delete("/members/" + id, 0).then().statusCode(409).body("code", equalTo("LAST_OWNER"));
    }

    @Test
    void anAdministratorTouchesNoOwnerAndRaisesNobodyToOne(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor admin = owner.colleague("TENANT_ADMIN");
        Visitor operator = owner.colleague("OPERATOR");
        admin.patch("/members/" + owner.memberId(), 0, OPERATOR).then().statusCode(403);
        admin.delete("/members/" + owner.memberId(), 0).then().statusCode(403);
        admin.patch("/members/" + admin.memberId(), 0, OWNER).then().statusCode(403);
        String operatorId = owner.get("/members?email=" + operator.email()).path("items[0].id");
        admin.patch("/members/" + operatorId, 0, OWNER).then().statusCode(403);
        admin.patch("/members/" + operatorId, 0, ADMIN)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("roles[0].role", equalTo("TENANT_ADMIN"));
    }

    @Test
    void changesAskForTheVersionThatWasRead(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor operator = owner.colleague("OPERATOR");
        String path =
                "/members/" + owner.get("/members?email=" + operator.email()).path("items[0].id");
        owner.request().body(ADMIN).patch("/api/v1" + path).then().statusCode(428);
        owner.patch(path, 0, ADMIN).then().statusCode(200).header("ETag", startsWith("\"1-"));
        owner.patch(path, 0, OPERATOR).then().statusCode(412);
    }

    @Test
    void aRemovedMemberAndARemovedRoleLoseTheirAccess(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor admin = owner.colleague("TENANT_ADMIN");
        admin.get("/members").then().statusCode(200);
        String path = "/members/" + admin.memberId();
        owner.patch(path, 0, OPERATOR).then().statusCode(200);
        admin.get("/members").then().statusCode(403);
        admin.get("/buildings").then().statusCode(200);
        owner.delete(path, 1).then().statusCode(204);
        admin.get("/buildings").then().statusCode(403);
        admin.login().then().statusCode(200).body("memberships", hasSize(0));
    }

    @Test
    void noMemberOfAnotherTenantCanBeSeenOrChanged(TestStack stack) {
        Visitor owner = Visitor.owner(stack);
        Visitor other = Visitor.owner(stack);
        String path = "/members/" + owner.memberId();
        Stream.of(other.get(path), other.patch(path, 0, OPERATOR), other.delete(path, 0))
                .forEach(answer -> answer.then().statusCode(404));
    }
}
