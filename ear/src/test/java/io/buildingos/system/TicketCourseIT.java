package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class TicketCourseIT {
    /** The specification's arrows, and how to get to where each begins. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "OPEN", Set.of("IN_PROGRESS", "CLOSED"),
            "IN_PROGRESS", Set.of("RESOLVED", "OPEN"),
            "RESOLVED", Set.of("CLOSED", "IN_PROGRESS"),
            "CLOSED", Set.of("OPEN"));

    private static final Map<String, List<String>> WAYS = Map.of(
            "OPEN", List.of(),
            "IN_PROGRESS", List.of("IN_PROGRESS"),
            "RESOLVED", List.of("IN_PROGRESS", "RESOLVED"),
            "CLOSED", List.of("CLOSED"));

    @Test
    void goesAlongTheArrowsAndNowhereElse(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String from : ARROWS.keySet()) {
            for (String to : ARROWS.keySet()) {
                String ticket = "/tickets/" + home.ticket(from + " " + to);
                WAYS.get(from)
                        .forEach(step -> move(home.owner(), ticket, step).then().statusCode(200));
                Response answer = move(home.owner(), ticket, to);
                if (ARROWS.get(from).contains(to)) {
                    answer.then().statusCode(200).body("status", equalTo(to));
                } else {
                    answer.then()
                            .statusCode(409)
                            .body("code", equalTo("ILLEGAL_STATE_CHANGE"))
                            .body("from", equalTo(from), "to", equalTo(to));
                    home.owner().get(ticket).then().body("status", equalTo(from));
                }
            }
        }
    }

    @Test
    void onlyAClosedOneIsNeitherDescribedNorAssigned(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String state : ARROWS.keySet()) {
            String ticket = "/tickets/" + home.ticket("Lift");
            WAYS.get(state).forEach(step -> move(home.owner(), ticket, step));
            int version = home.owner().get(ticket).path("version");
            int expected = state.equals("CLOSED") ? 409 : 200;
            home.owner()
                    .post(ticket + "/comments", "{\"body\":\"Hello\"}")
                    .then()
                    .statusCode(201);
            home.owner()
                    .post(
                            ticket + "/assign",
                            "{\"assigneeId\":\"%s\"}",
                            home.operator().userId())
                    .then()
                    .statusCode(expected);
            home.owner()
                    .patch(ticket, state.equals("CLOSED") ? version : version + 1, "{\"title\":\"Lift B\"}")
                    .then()
                    .statusCode(expected);
        }
    }

    @Test
    void tellsWhenItWasResolvedAndClosed(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + home.ticket("Lift");
        move(home.owner(), ticket, "IN_PROGRESS").then().body("resolvedAt", nullValue());
        Response resolved = move(home.owner(), ticket, "RESOLVED");
        resolved.then().body("resolvedAt", notNullValue(), "closedAt", nullValue());
        move(home.owner(), ticket, "CLOSED")
                .then()
                .body("resolvedAt", equalTo(resolved.path("resolvedAt")), "closedAt", notNullValue());
        move(home.owner(), ticket, "OPEN").then().body("resolvedAt", nullValue(), "closedAt", nullValue());
        move(home.owner(), ticket, "CLOSED").then().body("resolvedAt", notNullValue());
    }

    @Test
    void ofManyWhoMoveItAtOnceOneDoes(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + home.ticket("Lift");
        List<Response> answers = Actor.atOnce(16, number -> move(home.owner(), ticket, "IN_PROGRESS"));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> answer.then().statusCode(409));
        home.owner().get(ticket + "/history?kind=STATUS").then().body("items", hasSize(1));
    }

    @Test
    void isAssignedToMembersWhoManageTheBuilding(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + home.ticket("Lift");
        List<UUID> bad = List.of(
                home.resident().userId(),
                home.company().user(),
                home.company().member("OPERATOR", home.elsewhere()).userId(),
                Company.on(stack, "PRO").owner().userId());
        for (UUID user : bad) {
            home.owner()
                    .post(ticket + "/assign", "{\"assigneeId\":\"%s\"}", user)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("assigneeId"));
        }
        UUID disabled = home.company().member("OPERATOR", null).userId();
        home.company().execute("update users set disabled_at = now() where id = ?", disabled);
        home.owner()
                .post(ticket + "/assign", "{\"assigneeId\":\"%s\"}", disabled)
                .then()
                .statusCode(422);
        for (Actor good : List.of(
                home.operator(),
                home.company().member("OPERATOR", null),
                home.company().member("TENANT_ADMIN", home.tower()))) {
            home.owner()
                    .post(ticket + "/assign", "{\"assigneeId\":\"%s\"}", good.userId())
                    .then()
                    .statusCode(200)
                    .body("assigneeId", equalTo(good.userId().toString()));
        }
        home.owner().post(ticket + "/assign", "{}").then().statusCode(200).body("assigneeId", nullValue());
        home.owner().post(ticket + "/assign", "{}").then().statusCode(200);
        home.owner().get(ticket + "/history?kind=ASSIGNEE").then().body("items", hasSize(4));
    }

    @Test
    void whoeverLeavesTheTenantLeavesTheTicketsBehind(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + home.ticket("Lift");
        home.owner()
                .post(
                        ticket + "/assign",
                        "{\"assigneeId\":\"%s\"}",
                        home.operator().userId())
                .then()
                .statusCode(200);
        String member = home.owner()
                .get("/members?email=" + home.operator().userId() + "@example.com")
                .path("items[0].id");
        home.owner().delete("/members/" + member, 0).then().statusCode(204);
        home.owner().get(ticket).then().statusCode(200).body("assigneeId", nullValue());
    }

    @Test
    void theHistoryTellsWhoDidWhatAndWhy(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + ticket(home.resident(), "Mine", "\"unitId\":\"" + home.unit() + "\"");
        home.owner()
                .post(
                        ticket + "/assign",
                        "{\"assigneeId\":\"%s\",\"reason\":\"Knows the pipes\"}",
                        home.operator().userId())
                .then()
                .statusCode(200);
        home.operator()
                .post(ticket + "/transition", "{\"to\":\"CLOSED\",\"reason\":\"Nothing to do\"}")
                .then()
                .statusCode(200);
        home.owner()
                .get(ticket + "/history")
                .then()
                .body("items.kind", contains("OPENED", "ASSIGNEE", "STATUS"))
                .body(
                        "items.actorId",
                        contains(
                                home.resident().userId().toString(),
                                home.owner().userId().toString(),
                                home.operator().userId().toString()))
                .body("items.from", contains(null, null, "OPEN"))
                .body("items.to", contains("OPEN", "Somebody", "CLOSED"))
                .body("items.reason", contains(null, "Knows the pipes", "Nothing to do"))
                .body("items.occurredAt[2]", notNullValue());
        home.resident().get(ticket + "/history").then().body("items.kind", contains("OPENED", "STATUS"));
        home.owner()
                .post(ticket + "/transition", "{\"to\":\"OPEN\",\"reason\":\"%s\"}", "x".repeat(1001))
                .then()
                .statusCode(422);
    }

    private static Response move(Actor actor, String ticket, String to) {
        return actor.post(ticket + "/transition", "{\"to\":\"%s\"}", to);
    }
}
