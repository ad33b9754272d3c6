package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class BuildingsIT {

    @Test
    void namesAreUniqueWithoutCase(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        owner.post("/buildings", "{\"name\":\" tOWER \",\"address\":\"\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("BUILDING_NAME_TAKEN"));
        owner.unit(tower, "A-1");
        owner.post("/buildings/" + tower + "/units", "{\"code\":\"a-1\",\"type\":\"OFFICE\",\"billable\":true}")
                .then()
                .statusCode(409)
                .body("code", equalTo("UNIT_CODE_TAKEN"));
        Company.on(stack, "PRO").owner().building("Tower");
    }

    @Test
    void archivedBuildingsAreReadNotChanged(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        owner.post("/buildings/" + tower + "/archive").then().statusCode(200);
        owner.post("/buildings/" + tower + "/archive").then().statusCode(409);
        owner.patch("/buildings/" + tower, 1, "{\"name\":\"Other\"}").then().statusCode(409);
        owner.patch("/units/" + unit, 0, "{\"label\":\"Other\"}").then().statusCode(409);
        owner.post("/buildings/" + tower + "/units", "{\"code\":\"2\",\"type\":\"OTHER\",\"billable\":true}")
                .then()
                .statusCode(409);
        owner.get("/buildings?archived=true").then().body("items.id", contains(tower.toString()));
        owner.get("/buildings?archived=false").then().body("items", hasSize(0));
        owner.post("/buildings/" + tower + "/restore").then().statusCode(200).body("archivedAt", nullValue());
        owner.patch("/units/" + unit, 0, "{\"label\":\"Other\"}").then().statusCode(200);
    }

    @Test
    void deletesOnlyWhatNeverHadAUnit(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID used = owner.building("Used");
        UUID unit = owner.unit(used, "1");
        owner.post("/units/" + unit + "/archive").then().statusCode(200);
        owner.delete("/buildings/" + used, 0).then().statusCode(409);
        UUID empty = owner.building("Empty");
        owner.delete("/buildings/" + empty, 7).then().statusCode(412);
        owner.delete("/buildings/" + empty, 0).then().statusCode(204);
        owner.get("/buildings/" + empty).then().statusCode(404);
    }

    @Test
    void anArchivedUnitMayComeBack(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        owner.post("/units/" + unit + "/restore").then().statusCode(409);
        owner.post("/units/" + unit + "/archive").then().statusCode(200);
        owner.post("/units/" + unit + "/restore").then().statusCode(200).body("archivedAt", nullValue());
    }

    @Test
    void sharesSumToOneOrAreAbsent(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        UUID first = owner.unit(tower, "A");
        UUID second = owner.unit(tower, "B");
        String shares = "/buildings/" + tower + "/shares";
        owner.get(shares).then().body("state", equalTo("ABSENT"));
        owner.put(shares, "{\"shares\":{\"a\":\"0.3333333333\",\"B\":0.6666666666}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("SHARES_DO_NOT_SUM"));
        owner.put(shares, "{\"shares\":{\"a\":\"0.3333333333\",\"%s\":0.6666666667}}".formatted(second))
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETE"), "sum", equalTo(1));
        owner.patch("/units/" + first, 1, "{\"share\":0.5}").then().statusCode(422);
        owner.post("/units/" + first + "/archive").then().statusCode(422);
        owner.unit(tower, "C");
        owner.get(shares).then().body("state", equalTo("INCOMPLETE"));
        owner.put(shares, "{\"shares\":{\"D\":1}}").then().statusCode(422);
        owner.put(shares, "{\"shares\":{}}").then().statusCode(200).body("state", equalTo("ABSENT"));
    }

    @Test
    void bulkCreationIsAllOrNothingAndNamesTheRow(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        owner.unit(tower, "A");
        String bulk = "/buildings/" + tower + "/units/bulk";
        String row = "{\"code\":\"%s\",\"type\":\"STORAGE\",\"billable\":true}";
        owner.post(bulk, "{\"units\":[" + row + "," + row + "," + row + "]}", "X", "x", "a")
                .then()
                .statusCode(409)
                .body("violations.field", contains("units[1].code", "units[2].code"));
        owner.post(bulk, "{\"units\":[" + row + "," + row + "]}", "X", "")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("units[1].code"));
        owner.get("/buildings/" + tower + "/units").then().body("items", hasSize(1));
        owner.post(bulk, "{\"units\":[" + row + "," + row + "]}", "X", "Y")
                .then()
                .statusCode(201);
        owner.get("/buildings/" + tower + "/units").then().body("items.code", contains("A", "X", "Y"));
    }

    @Test
    void aRoleOverOneBuildingTouchesNoOther(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID mine = owner.building("Mine");
        UUID other = owner.building("Other");
        UUID otherUnit = owner.unit(other, "1");
        Actor admin = company.member("TENANT_ADMIN", mine);
        admin.get("/buildings").then().body("items.id", contains(mine.toString()));
        admin.unit(mine, "1");
        for (String path :
                new String[] {"/buildings/" + other, "/buildings/" + other + "/units", "/units/" + otherUnit}) {
            admin.get(path).then().statusCode(404);
        }
        admin.patch("/buildings/" + other, 0, "{\"name\":\"Taken\"}").then().statusCode(404);
        admin.post("/buildings/" + other + "/units", "{\"code\":\"2\",\"type\":\"OTHER\",\"billable\":true}")
                .then()
                .statusCode(404);
        admin.post("/units/" + otherUnit + "/archive").then().statusCode(404);
        admin.post("/buildings", "{\"name\":\"New\",\"address\":\"\"}").then().statusCode(403);
        admin.get("/tenant").then().statusCode(403);
        admin.get("/audit").then().statusCode(403);
    }

    @Test
    void whoeverSeesABuildingWholeIsToldHowMuchIsInIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        UUID lift = home.ticket("Lift");
        UUID roof = home.ticket("Roof");
        owner.post("/tickets/" + lift + "/transition", "{\"to\":\"IN_PROGRESS\"}");
        owner.get("/buildings")
                .then()
                .body("items.units", contains(1, 2), "items.occupied", contains(0, 1))
                .body("items.openTickets", contains(0, 2));
        assertFigures(owner, home.tower(), 2, 1, 2);
        assertFigures(home.operator(), home.tower(), 2, 1, 2);

        owner.post("/tickets/" + lift + "/transition", "{\"to\":\"RESOLVED\"}");
        assertFigures(owner, home.tower(), 2, 1, 1);
        owner.post("/tickets/" + roof + "/transition", "{\"to\":\"CLOSED\"}");
        assertFigures(owner, home.tower(), 2, 1, 0);
        owner.post("/units/" + home.neighbourUnit() + "/archive");
        assertFigures(owner, home.tower(), 1, 1, 0);
        String occupancy = owner.get("/units/" + home.unit() + "/occupancies").path("items[0].id");
        owner.post("/occupancies/" + occupancy + "/end", "{\"on\":\"2025-06-30\"}");
        assertFigures(owner, home.tower(), 1, 0, 0);
    }

    @Test
    void whoeverSeesPartOfABuildingLearnsNothingOfTheRest(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        home.ticket("Lift");
        Actor resident = home.resident();
        assertFigures(resident, home.tower(), null, null, null);
        home.company()
                .execute(
                        "insert into membership_roles (id, tenant_id, membership_id, role, building_id)"
                                + " select gen_random_uuid(), tenant_id, id, 'OPERATOR', ? from memberships where user_id = ?",
                        home.elsewhere(),
                        resident.userId());
        Actor both = home.company().login(resident.userId(), home.company().id(), "RESIDENT");
        both.get("/buildings")
                .then()
                .body("items.units", contains(1, null), "items.occupied", contains(0, null))
                .body("items.openTickets", contains(0, null));
    }

    private static void assertFigures(
            Actor actor, UUID building, Integer units, Integer occupied, Integer openTickets) {
        actor.get("/buildings/" + building)
                .then()
                .body("units", equalTo(units), "occupied", equalTo(occupied), "openTickets", equalTo(openTickets));
    }

    @Test
    void anotherTenantsThingsAreNotThere(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        UUID person = owner.person("Ana");
        Actor stranger = Company.on(stack, "PRO").owner();
        for (String path : new String[] {
            "/buildings/" + tower,
            "/buildings/" + tower + "/units",
            "/buildings/" + tower + "/shares",
            "/units/" + unit,
            "/units/" + unit + "/occupancies",
            "/people/" + person,
            "/people/" + person + "/occupancies"
        }) {
            stranger.get(path).then().statusCode(404);
        }
        stranger.put("/buildings/" + tower + "/shares", "{\"shares\":{}}")
                .then()
                .statusCode(404);
        stranger.post("/people/" + person + "/archive").then().statusCode(404);
        UUID own = stranger.unit(stranger.building("Own"), "1");
        stranger.post(
                        "/units/" + own + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":true,\"from\":\"2026-01-01\"}",
                        person)
                .then()
                .statusCode(404);
    }
}
