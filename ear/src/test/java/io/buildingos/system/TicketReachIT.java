package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees and touches which tickets. */
@SystemTest
class TicketReachIT {
    private static final String GOOD =
            "{\"title\":\"Lift\",\"description\":\"It stands still\",\"category\":\"SAFETY\",%s}";

    @Test
    void aResidentOpensForTheOwnUnitOnly(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor resident = home.resident();
        resident.post("/tickets", GOOD, "\"unitId\":\"" + home.unit() + "\"")
                .then()
                .statusCode(201)
                .body(
                        "priority",
                        equalTo("MEDIUM"),
                        "buildingId",
                        equalTo(home.tower().toString()));
        resident.post("/tickets", GOOD, "\"unitId\":\"" + home.unit() + "\",\"priority\":\"MEDIUM\"")
                .then()
                .statusCode(201);
        resident.post("/tickets", GOOD, "\"buildingId\":\"" + home.tower() + "\"")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("unitId"));
        resident.post("/tickets", GOOD, "\"unitId\":\"" + home.neighbourUnit() + "\"")
                .then()
                .statusCode(404);
        for (String priority : List.of("LOW", "HIGH", "URGENT")) {
            resident.post("/tickets", GOOD, "\"unitId\":\"%s\",\"priority\":\"%s\"".formatted(home.unit(), priority))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("priority"));
        }
        resident.post(
                        "/tickets",
                        GOOD,
                        "\"unitId\":\"%s\",\"assigneeId\":\"%s\""
                                .formatted(home.unit(), home.operator().userId()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("assigneeId"));
    }

    @Test
    void aResidentSeesTheTicketsOfTheOwnUnitAndEditsNone(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor resident = home.resident();
        UUID own = ticket(resident, "Mine", "\"unitId\":\"" + home.unit() + "\"");
        UUID ofStaff = ticket(home.owner(), "Ours", "\"unitId\":\"" + home.unit() + "\"");
        UUID neighbours = ticket(home.owner(), "Theirs", "\"unitId\":\"" + home.neighbourUnit() + "\"");
        UUID everybodys = home.ticket("Lift");
        resident.get("/tickets").then().body("items.id", contains(ofStaff.toString(), own.toString()));
        for (UUID hidden : List.of(neighbours, everybodys)) {
            String path = "/tickets/" + hidden;
            for (String part : List.of("", "/history", "/comments")) {
                resident.get(path + part).then().statusCode(404);
            }
            resident.post(path + "/comments", "{\"body\":\"Hello\"}").then().statusCode(404);
        }
        String path = "/tickets/" + own;
        resident.patch(path, 0, "{\"title\":\"Other\"}").then().statusCode(403);
        resident.post(path + "/transition", "{\"to\":\"CLOSED\"}").then().statusCode(403);
        resident.post(path + "/assign", "{}").then().statusCode(403);
        home.owner().get(path).then().body("version", equalTo(0));
    }

    @Test
    void whoeverMovesOutSeesTheUnitsTicketsNoMore(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID user = home.company().user();
        home.company().resident(user);
        UUID person = home.owner().create("/people", "{\"name\":\"Bea\",\"userId\":\"%s\"}", user);
        String occupancy = home.owner()
                .post(
                        "/units/" + home.unit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":false,\"from\":\"2025-01-01\"}",
                        person)
                .path("id");
        Actor tenant = home.company().login(user, home.company().id(), "RESIDENT");
        UUID ticket = ticket(tenant, "Mine", "\"unitId\":\"" + home.unit() + "\"");
        home.owner().post("/occupancies/" + occupancy + "/end", "{\"on\":\"2025-06-30\"}");
        Actor gone = home.company().login(user, home.company().id(), "RESIDENT");
        gone.get("/tickets").then().body("items", hasSize(0));
        gone.get("/tickets/" + ticket).then().statusCode(404);
    }

    @Test
    void aRoleOverOneBuildingReachesItsTicketsOnly(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID inside = home.ticket("Lift");
        String outside = "/tickets/" + ticket(home.owner(), "Roof", "\"buildingId\":\"" + home.elsewhere() + "\"");
        Actor operator = home.operator();
        operator.get("/tickets").then().body("items.id", contains(inside.toString()));
        operator.get("/tickets?buildingId=" + home.elsewhere()).then().body("items", hasSize(0));
        operator.get("/tickets?q=roof").then().body("items", hasSize(0));
        for (String part : List.of("", "/history", "/comments")) {
            operator.get(outside + part).then().statusCode(404);
        }
        operator.patch(outside, 0, "{\"title\":\"Mine\"}").then().statusCode(404);
        operator.post(outside + "/transition", "{\"to\":\"CLOSED\"}").then().statusCode(404);
        operator.post(outside + "/assign", "{}").then().statusCode(404);
        operator.post(outside + "/comments", "{\"body\":\"Hello\"}").then().statusCode(404);
        operator.post("/tickets", GOOD, "\"buildingId\":\"" + home.elsewhere() + "\"")
                .then()
                .statusCode(404);
        operator.post("/tickets", GOOD, "\"unitId\":\"" + home.unitElsewhere() + "\"")
                .then()
                .statusCode(404);
        operator.patch("/tickets/" + inside, 0, "{\"title\":\"Lift B\"}").then().statusCode(200);
        operator.post("/tickets/" + inside + "/transition", "{\"to\":\"IN_PROGRESS\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherTenantsTicketsAreNotThere(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID ticket = home.ticket("Lift");
        Neighbourhood other = Neighbourhood.on(stack);
        Actor stranger = other.owner();
        stranger.get("/tickets").then().body("items", hasSize(0));
        for (String part : List.of("", "/history", "/comments")) {
            stranger.get("/tickets/" + ticket + part).then().statusCode(404);
        }
        stranger.patch("/tickets/" + ticket, 0, "{\"title\":\"Mine\"}").then().statusCode(404);
        stranger.post("/tickets/" + ticket + "/transition", "{\"to\":\"CLOSED\"}")
                .then()
                .statusCode(404);
        stranger.post("/tickets/" + ticket + "/assign", "{}").then().statusCode(404);
        stranger.post("/tickets/" + ticket + "/comments", "{\"body\":\"Hello\"}")
                .then()
                .statusCode(404);
        stranger.post("/tickets", GOOD, "\"buildingId\":\"" + home.tower() + "\"")
                .then()
                .statusCode(404);
        stranger.post("/tickets", GOOD, "\"unitId\":\"" + home.unit() + "\"")
                .then()
                .statusCode(404);
        stranger.post(
                        "/tickets/" + other.ticket("Own") + "/assign",
                        "{\"assigneeId\":\"%s\"}",
                        home.owner().userId())
                .then()
                .statusCode(422);
    }

    @Test
    void whoeverManagesOneBuildingIsAResidentInAnother(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID user = home.company().user();
        home.company().resident(user);
        UUID person = home.owner().create("/people", "{\"name\":\"Bea\",\"userId\":\"%s\"}", user);
        home.owner()
                .create(
                        "/units/" + home.unit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":false,\"from\":\"2025-01-01\"}",
                        person);
        home.company()
                .execute(
                        "insert into membership_roles (id, tenant_id, membership_id, role, building_id)"
                                + " select gen_random_uuid(), tenant_id, id, 'OPERATOR', ? from memberships where user_id = ?",
                        home.elsewhere(),
                        user);
        Actor both = home.company().login(user, home.company().id(), "RESIDENT");
        both.post("/tickets", GOOD, "\"buildingId\":\"%s\",\"priority\":\"URGENT\"".formatted(home.elsewhere()))
                .then()
                .statusCode(201);
        both.post("/tickets", GOOD, "\"unitId\":\"%s\",\"priority\":\"URGENT\"".formatted(home.unit()))
                .then()
                .statusCode(422);
        String own = "/tickets/" + ticket(both, "Mine", "\"unitId\":\"" + home.unit() + "\"");
        both.post(own + "/transition", "{\"to\":\"CLOSED\"}").then().statusCode(404);
        both.post(own + "/comments", "{\"body\":\"Hm\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(403);
    }
}
