package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@SystemTest
class TicketsIT {
    private static final String OPEN =
            "{\"buildingId\":\"%s\",\"title\":\"%s\",\"description\":\"%s\",\"category\":\"REPAIR\"}";
    private static final String GOOD =
            "{\"title\":\"Lift\",\"description\":\"It stands still\",\"category\":\"SAFETY\",%s}";

    @Test
    void isOpenedWithEverythingAnUnitImplies(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Response opened = home.owner()
                .post(
                        "/tickets",
                        "{\"unitId\":\"%s\",\"title\":\" Leak \",\"description\":\"Water everywhere\",\"category\":\"SAFETY\","
                                + "\"priority\":\"URGENT\",\"assigneeId\":\"%s\"}",
                        home.unit(),
                        home.operator().userId());
        opened.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/tickets/" + opened.path("id")))
                .header("ETag", startsWith("\"0-"))
                .body("number", equalTo(1))
                .body("buildingId", equalTo(home.tower().toString()))
                .body("buildingName", equalTo("Tower"))
                .body("unitCode", equalTo("1"))
                .body("title", equalTo("Leak"))
                .body("priority", equalTo("URGENT"))
                .body("status", equalTo("OPEN"))
                .body("createdBy", equalTo(home.owner().userId().toString()))
                .body("assigneeId", equalTo(home.operator().userId().toString()))
                .body("escalatedAt", nullValue())
                .body("resolvedAt", nullValue());
        home.owner().get("/tickets/" + opened.path("id")).then().body("description", equalTo("Water everywhere"));
        home.owner().get("/audit?entity=ticket").then().body("items.action", contains("ticket.created"));
    }

    @Test
    void wordsHaveTheirLengths(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String[] bad : new String[][] {
            {"ab", "long enough", "title"},
            {"  ab  ", "long enough", "title"},
            {"\uD83D\uDE00\uD83D\uDE00", "long enough", "title"},
            {"x".repeat(256), "long enough", "title"},
            {"Lift", "four", "description"},
            {"Lift", " four ", "description"},
            {"Lift", "x".repeat(5001), "description"}
        }) {
            home.owner()
                    .post("/tickets", OPEN, home.tower(), bad[0], bad[1])
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo(bad[2]));
        }
        home.owner().post("/tickets", OPEN, home.tower(), "abc", "fives").then().statusCode(201);
        home.owner()
                .post("/tickets", OPEN, home.tower(), "x".repeat(255), "x".repeat(5000))
                .then()
                .statusCode(201);
        home.owner()
                .post("/tickets", GOOD.replace("SAFETY", "OTHERS"), "\"buildingId\":\"" + home.tower() + "\"")
                .then()
                .statusCode(400);
    }

    @Test
    void belongsToOneBuildingAndToAUnitOfItIfAny(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        home.owner()
                .post("/tickets", GOOD, "\"unitId\":null")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("buildingId"));
        home.owner()
                .post(
                        "/tickets",
                        GOOD,
                        "\"buildingId\":\"%s\",\"unitId\":\"%s\"".formatted(home.elsewhere(), home.unit()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("unitId"));
        UUID ticket = home.ticket("Lift");
        home.owner()
                .patch("/tickets/" + ticket, 0, "{\"unitId\":\"%s\"}".formatted(home.unitElsewhere()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("unitId"));
        home.owner()
                .patch("/tickets/" + ticket, 0, "{\"buildingId\":\"%s\"}".formatted(home.elsewhere()))
                .then()
                .statusCode(400);
        home.owner().post("/buildings/" + home.elsewhere() + "/archive").then().statusCode(200);
        home.owner()
                .post("/tickets", GOOD, "\"buildingId\":\"" + home.elsewhere() + "\"")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        home.owner().post("/units/" + home.neighbourUnit() + "/archive").then().statusCode(200);
        home.owner()
                .post("/tickets", GOOD, "\"unitId\":\"" + home.neighbourUnit() + "\"")
                .then()
                .statusCode(409);
    }

    @Test
    void isDescribedByWhoeverReadTheVersion(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + home.ticket("Lift");
        home.owner().patch(ticket, 7, "{\"title\":\"Other\"}").then().statusCode(412);
        home.owner()
                .patch(
                        ticket,
                        0,
                        "{\"title\":\"Lift B\",\"priority\":\"HIGH\",\"unitId\":\"%s\"}".formatted(home.unit()))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("title", equalTo("Lift B"), "priority", equalTo("HIGH"), "unitCode", equalTo("1"))
                .body("description", equalTo("Please help"));
        home.owner().patch(ticket, 1, "{\"priority\":null}").then().statusCode(422);
        home.owner().patch(ticket, 1, "{\"status\":\"CLOSED\"}").then().statusCode(400);
        home.owner()
                .get(ticket + "/history")
                .then()
                .body("items.kind", containsInAnyOrder("OPENED", "PRIORITY", "DETAILS"))
                .body("items.find { it.kind == 'PRIORITY' }.from", equalTo("MEDIUM"))
                .body("items.find { it.kind == 'PRIORITY' }.to", equalTo("HIGH"))
                .body("items.find { it.kind == 'DETAILS' }.to", equalTo("title, unitId"));
    }

    @Test
    void numbersHaveNoGapsHoweverManyAreOpenedAtOnce(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        List<Response> answers = Actor.atOnce(
                32,
                number -> home.owner()
                        .post("/tickets", OPEN, home.tower(), number % 4 == 0 ? "x" : "Lift", "It stands still"));
        assertEquals(
                LongStream.rangeClosed(1, 24).boxed().toList(),
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(answer -> answer.jsonPath().getLong("number"))
                        .sorted()
                        .toList());
    }

    @Test
    void commentsAreForEverybodyOrForThoseWhoManage(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + ticket(home.resident(), "Mine", "\"unitId\":\"" + home.unit() + "\"");
        String comments = ticket + "/comments";
        home.resident().post(comments, "{\"body\":\"Any news?\"}").then().statusCode(201);
        home.operator()
                .post(comments, "{\"body\":\"He complains a lot\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(201)
                .body(
                        "visibility",
                        equalTo("INTERNAL"),
                        "authorId",
                        equalTo(home.operator().userId().toString()));
        home.owner().get(ticket).then().body("firstAnsweredAt", nullValue());
        home.operator()
                .post(comments, "{\"body\":\"Tomorrow\",\"visibility\":\"PUBLIC\"}")
                .then()
                .statusCode(201);
        String answered = home.owner().get(ticket).path("firstAnsweredAt");
        home.owner().post(comments, "{\"body\":\"Done\"}").then().statusCode(201);
        home.owner()
                .get(ticket)
                .then()
                .body("firstAnsweredAt", equalTo(answered))
                .body("firstAnsweredAt", notNullValue());

        home.resident().get(comments).then().body("items.body", contains("Any news?", "Tomorrow", "Done"));
        home.operator().get(comments).then().body("items", hasSize(4));
        home.resident()
                .post(comments, "{\"body\":\"Me too\",\"visibility\":\"INTERNAL\"}")
                .then()
                .statusCode(403);
        for (String bad : List.of("", "  ", "x".repeat(5001))) {
            home.owner().post(comments, "{\"body\":\"%s\"}", bad).then().statusCode(422);
        }
    }
}
