package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class OccupancyIT {

    @Test
    void ofManyOverlappingArrivalsOnePasses(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID person = owner.person("Ana");
        List<Response> answers = Actor.atOnce(
                16, number -> occupy(owner, unit, person, "OWNER", false, "2026-%02d-01".formatted(number % 12 + 1)));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> answer.then().statusCode(409).body("code", equalTo("OCCUPANCY_OVERLAPS")));
    }

    @Test
    void theDayAfterTheEndIsFreeAgain(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID person = owner.person("Ana");
        String first =
                occupy(owner, unit, person, "RESIDENT", true, "2025-01-01").path("id");
        occupy(owner, unit, person, "OWNER", true, "2025-01-01").then().statusCode(201);
        occupy(owner, unit, owner.person("Bea"), "RESIDENT", true, "2026-01-01")
                .then()
                .statusCode(409)
                .body("code", equalTo("PRIMARY_OCCUPANT_TAKEN"));
        owner.post("/occupancies/" + first + "/end", "{\"on\":\"2024-12-31\"}")
                .then()
                .statusCode(422);
        owner.post("/occupancies/" + first + "/end", "{\"on\":\"2025-06-30\"}")
                .then()
                .statusCode(200);
        owner.post("/occupancies/" + first + "/end", "{\"on\":\"2025-07-31\"}")
                .then()
                .statusCode(409);
        occupy(owner, unit, person, "RESIDENT", true, "2025-06-30").then().statusCode(409);
        occupy(owner, unit, person, "RESIDENT", true, "2025-07-01").then().statusCode(201);
        owner.get("/units/" + unit + "/occupancies?role=RESIDENT")
                .then()
                .body("items.to", contains("2025-06-30", null), "items.current", contains(false, true));
    }

    @Test
    void aUnitIsOccupiedByDerivation(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        owner.unit(tower, "2");
        occupy(owner, unit, owner.person("Ana"), "OWNER", true, "2025-01-01");
        occupy(owner, owner.unit(tower, "3"), owner.person("Bea"), "OWNER", true, "2999-01-01");
        owner.get("/units/" + unit).then().body("occupied", equalTo(true));
        owner.get("/buildings/" + tower + "/units?occupied=true").then().body("items.code", contains("1"));
        owner.get("/buildings/" + tower + "/units?occupied=false").then().body("items.code", contains("2", "3"));
        owner.post("/units/" + unit + "/archive").then().statusCode(409).body("code", equalTo("UNIT_OCCUPIED"));
        owner.post("/buildings/" + tower + "/archive").then().statusCode(409).body("code", equalTo("UNIT_OCCUPIED"));
    }

    @Test
    void aResidentSeesTheOwnUnitAlone(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID own = owner.unit(tower, "1");
        UUID other = owner.unit(tower, "2");
        owner.building("Elsewhere");
        UUID user = company.user();
        Actor resident = company.resident(user);
        UUID me = owner.create("/people", "{\"name\":\"Ana\",\"userId\":\"%s\"}", user);
        UUID neighbour = owner.person("Bea");
        UUID gone = owner.person("Carla");
        occupy(owner, own, me, "RESIDENT", true, "2025-01-01");
        occupy(owner, other, neighbour, "RESIDENT", true, "2025-01-01");
        String past = occupy(owner, own, gone, "RESIDENT", false, "2024-01-01").path("id");
        owner.post("/occupancies/" + past + "/end", "{\"on\":\"2024-06-01\"}")
                .then()
                .statusCode(200);

        resident.get("/buildings").then().body("items.id", contains(tower.toString()));
        resident.get("/buildings/" + tower + "/units").then().body("items.id", contains(own.toString()));
        resident.get("/units/" + other).then().statusCode(404);
        resident.get("/buildings/" + tower + "/shares").then().statusCode(404);
        resident.get("/people").then().body("items.id", contains(me.toString()));
        resident.get("/people/" + neighbour).then().statusCode(404);
        resident.get("/people/" + gone).then().statusCode(404);
        resident.get("/units/" + own + "/occupancies").then().body("items", hasSize(1));
        occupy(resident, own, me, "OWNER", false, "2025-01-01").then().statusCode(403);
        resident.patch("/people/" + me, 0, "{\"name\":\"Other\"}").then().statusCode(403);
    }

    @Test
    void anOperatorOfOneBuildingPlacesPeopleThereOnly(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID mine = owner.building("Mine");
        UUID unit = owner.unit(mine, "1");
        UUID otherUnit = owner.unit(owner.building("Other"), "1");
        UUID elsewhere = owner.person("Elsewhere");
        occupy(owner, otherUnit, elsewhere, "OWNER", true, "2025-01-01");
        Actor operator = company.member("OPERATOR", mine);
        UUID fresh = operator.person("Fresh");
        occupy(operator, unit, fresh, "OWNER", true, "2025-01-01").then().statusCode(201);
        occupy(operator, otherUnit, fresh, "OWNER", false, "2025-01-01").then().statusCode(404);
        occupy(operator, unit, elsewhere, "RESIDENT", true, "2025-01-01").then().statusCode(404);
        operator.get("/people").then().body("items.name", contains("Fresh"));
        operator.get("/people/" + elsewhere).then().statusCode(404);
    }

    @Test
    void theDirectoryIsSearchedWithoutCaseAndLinkedToMembersOnce(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID ana = owner.create("/people", "{\"name\":\"Ana María\",\"userId\":\"%s\"}", owner.userId());
        owner.person("Bruno");
        owner.get("/people?q=MARÍA").then().body("items.id", contains(ana.toString()));
        owner.post("/people", "{\"name\":\"Twin\",\"userId\":\"%s\"}", owner.userId())
                .then()
                .statusCode(409);
        owner.post("/people", "{\"name\":\"Stranger\",\"userId\":\"%s\"}", company.user())
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("userId"));
        UUID unit = owner.unit(owner.building("Tower"), "1");
        occupy(owner, unit, ana, "OWNER", true, "2025-01-01");
        owner.post("/people/" + ana + "/archive").then().statusCode(409);
    }

    @Test
    void aPersonWhoLeftIsArchivedAndMayComeBack(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID ana = owner.person("Ana");
        owner.post("/people/" + ana + "/archive").then().statusCode(200).body("archivedAt", notNullValue());
        owner.post("/people/" + ana + "/archive").then().statusCode(409);
        owner.post("/people/" + ana + "/restore").then().statusCode(200).body("archivedAt", nullValue());
        owner.post("/people/" + ana + "/restore").then().statusCode(409);
    }

    private static Response occupy(Actor actor, UUID unit, UUID person, String role, boolean primary, String from) {
        return actor.post(
                "/units/" + unit + "/occupancies",
                "{\"personId\":\"%s\",\"role\":\"%s\",\"primary\":%s,\"from\":\"%s\"}",
                person,
                role,
                primary,
                from);
    }
}
