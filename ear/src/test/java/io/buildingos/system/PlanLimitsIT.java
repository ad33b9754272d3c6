package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

@SystemTest
class PlanLimitsIT {
    private static final int AT_ONCE = 32;

    @Test
    void exactlyOneOfManyBuildingsPassesTheLastPlace(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        assertOnePasses(
                number -> owner.post("/buildings", "{\"name\":\"Tower %d\",\"address\":\"\"}", number), "BUILDINGS", 1);
    }

    @Test
    void exactlyOneOfManyUnitsPassesTheLastPlace(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        UUID building = owner.building("Tower");
        for (int number = 0; number < 9; number++) {
            owner.unit(building, "taken " + number);
        }
        assertOnePasses(
                number -> owner.post(
                        "/buildings/" + building + "/units",
                        "{\"code\":\"%d\",\"type\":\"OFFICE\",\"billable\":false}",
                        number),
                "UNITS",
                10);
    }

    @Test
    void exactlyOneOfManyOccupantsPassesTheLastPlace(TestStack stack) throws Exception {
        Company company = Company.on(stack, "FREE");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        for (int number = 0; number < 19; number++) {
            occupy(owner, unit, owner.person("Resident " + number)).then().statusCode(201);
        }
        List<UUID> people = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            people.add(owner.person("Late " + number));
        }
        // Another user: what one may write in a minute is limited too.
        Actor racer = company.owner();
        assertOnePasses(number -> occupy(racer, unit, people.get(number)), "OCCUPANTS", 20);
    }

    @Test
    void archivingMakesRoomAndRestoringNeedsIt(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        UUID first = owner.building("First");
        owner.post("/buildings/" + first + "/archive").then().statusCode(200);
        owner.building("Second");
        owner.post("/buildings/" + first + "/restore")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_LIMIT_EXCEEDED"), "limit", equalTo(1), "current", equalTo(1));
    }

    @Test
    void refusesADowngradeBelowWhatIsThere(TestStack stack) throws Exception {
        Company company = Company.on(stack, "BASIC");
        Actor owner = company.owner();
        owner.building("First");
        UUID second = owner.building("Second");
        Actor platform = Company.superAdmin(stack);
        String plan = "/platform/tenants/" + company.id() + "/plan";
        platform.put(plan, "{\"plan\":\"FREE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_LIMIT_EXCEEDED"), "resource", equalTo("BUILDINGS"))
                .body("plan", equalTo("FREE"), "limit", equalTo(1), "current", equalTo(2));
        owner.post("/buildings/" + second + "/archive").then().statusCode(200);
        platform.put(plan, "{\"plan\":\"FREE\"}").then().statusCode(200).body("effectivePlan", equalTo("FREE"));
        owner.get("/audit?action=subscription.plan-changed")
                .then()
                .body(
                        "items.changes.plan.to",
                        hasItem("FREE"),
                        "items.actorId",
                        hasItem(platform.userId().toString()));
    }

    @Test
    void anOwnerChoosesThePlanWithinWhatIsThere(TestStack stack) throws Exception {
        Company company = Company.on(stack, "BASIC");
        Actor owner = company.owner();
        owner.building("First");
        owner.building("Second");
        owner.put("/tenant/plan", "{\"plan\":\"FREE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_LIMIT_EXCEEDED"), "current", equalTo(2));
        company.member("OPERATOR", null)
                .put("/tenant/plan", "{\"plan\":\"PRO\"}")
                .then()
                .statusCode(403);
        owner.put("/tenant/plan", "{\"plan\":\"PRO\"}").then().statusCode(200).body("effectivePlan", equalTo("PRO"));
        owner.get("/tenant/plan").then().body("plan", equalTo("PRO"));
        owner.get("/audit?action=subscription.plan-changed").then().body("items.changes.plan.to", hasItem("PRO"));
    }

    @Test
    void anEndedSubscriptionGrantsFreeAndKeepsWhatIsThere(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        owner.building("First");
        UUID second = owner.building("Second");
        Actor platform = Company.superAdmin(stack);
        String subscription = "/platform/tenants/" + company.id() + "/subscription";
        platform.put(subscription, "{\"status\":\"EXPIRED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_STATE_CHANGE"), "from", equalTo("ACTIVE"), "to", equalTo("EXPIRED"));
        platform.put(subscription, "{\"status\":\"CANCELED\"}").then().statusCode(200);
        owner.get("/tenant/plan")
                .then()
                .body("plan", equalTo("PRO"), "effectivePlan", equalTo("FREE"), "features", equalTo(List.of()));
        owner.post("/buildings", "{\"name\":\"Third\",\"address\":\"\"}")
                .then()
                .statusCode(409)
                .body("plan", equalTo("FREE"));
        owner.patch("/buildings/" + second, 0, "{\"address\":\"still mine\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void bulkCreationNeedsItsFeature(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "BASIC").owner();
        UUID building = owner.building("Tower");
        owner.post(
                        "/buildings/" + building + "/units/bulk",
                        "{\"units\":[{\"code\":\"1\",\"type\":\"HOUSE\",\"billable\":true}]}")
                .then()
                .statusCode(403)
                .body("code", equalTo("FEATURE_NOT_AVAILABLE"), "feature", equalTo("BULK"));
    }

    private static Response occupy(Actor actor, UUID unit, UUID person) {
        return actor.post(
                "/units/" + unit + "/occupancies",
                "{\"personId\":\"%s\",\"role\":\"RESIDENT\",\"primary\":false,\"from\":\"2026-01-01\"}",
                person);
    }

    private static void assertOnePasses(IntFunction<Response> creation, String resource, int limit) throws Exception {
        List<Response> answers = Actor.atOnce(AT_ONCE, creation);
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 201).toList();
        assertEquals(AT_ONCE - 1, refused.size());
        refused.forEach(answer -> answer.then()
                .statusCode(409)
                .body("code", equalTo("PLAN_LIMIT_EXCEEDED"), "resource", equalTo(resource))
                .body("plan", equalTo("FREE"), "limit", equalTo(limit), "current", equalTo(limit)));
    }
}
