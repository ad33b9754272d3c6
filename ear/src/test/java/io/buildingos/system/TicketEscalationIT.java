package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class TicketEscalationIT {
    private static final String JOB = "ticket-escalation";

    @Test
    void whatPressesAndWhatNobodyTookWithinTwoHoursEscalates(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Set<String> expected = new TreeSet<>();
        for (String priority : List.of("LOW", "MEDIUM", "HIGH", "URGENT")) {
            for (String status : List.of("OPEN", "IN_PROGRESS", "RESOLVED", "CLOSED")) {
                UUID old = old(home, priority, status, "2 hours");
                old(home, priority, status, "1 hour 55 minutes");
                UUID taken = old(home, priority, "OPEN", "3 hours");
                home.owner()
                        .post(
                                "/tickets/" + taken + "/assign",
                                "{\"assigneeId\":\"%s\"}",
                                home.operator().userId())
                        .then()
                        .statusCode(200);
                if ((priority.equals("HIGH") || priority.equals("URGENT"))
                        && (status.equals("OPEN") || status.equals("IN_PROGRESS"))) {
                    expected.add(old.toString());
                }
            }
        }
        stack.runJob(JOB);
        List<String> escalated =
                home.owner().get("/tickets?escalated=true&limit=200").path("items.id");
        assertEquals(expected, new TreeSet<>(escalated));
        String one = "/tickets/" + expected.iterator().next();
        home.owner().get(one).then().body("escalatedAt", notNullValue(), "version", equalTo(1));
        home.owner().get(one + "/history?kind=ESCALATED").then().body("items.actorId", contains(nullValue()));
        home.owner().get("/audit?action=ticket.escalated&limit=200").then().body("items", hasSize(expected.size()));
    }

    @Test
    void escalatesOnceUntilSomebodyTakesIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + old(home, "URGENT", "OPEN", "5 hours");
        String history = ticket + "/history?kind=ESCALATED";
        stack.runJob(JOB);
        stack.runJob(JOB);
        home.owner().get(history).then().body("items", hasSize(1));
        home.owner()
                .post(
                        ticket + "/assign",
                        "{\"assigneeId\":\"%s\"}",
                        home.operator().userId());
        home.owner().get(ticket).then().body("escalatedAt", nullValue());
        stack.runJob(JOB);
        home.owner().get(history).then().body("items", hasSize(1));
        home.owner().post(ticket + "/assign", "{}");
        stack.runJob(JOB);
        home.owner().get(history).then().body("items", hasSize(2));
        home.owner().get(ticket).then().body("escalatedAt", notNullValue());
    }

    @Test
    void aSuspendedTenantsWait(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String ticket = "/tickets/" + old(home, "HIGH", "OPEN", "5 hours");
        home.company()
                .execute(
                        "update tenants set status = 'SUSPENDED' where id = ?",
                        home.company().id());
        stack.runJob(JOB);
        home.owner().get(ticket).then().body("escalatedAt", nullValue());
        home.company()
                .execute(
                        "update tenants set status = 'ACTIVE' where id = ?",
                        home.company().id());
        stack.runJob(JOB);
        home.owner().get(ticket).then().body("escalatedAt", notNullValue());
    }

    private static UUID old(Neighbourhood home, String priority, String status, String age) throws Exception {
        UUID ticket = ticket(
                home.owner(), "Lift", "\"buildingId\":\"%s\",\"priority\":\"%s\"".formatted(home.tower(), priority));
        home.company()
                .execute(
                        "update tickets set created_at = now() - ?::interval, status = ? where id = ?",
                        age,
                        status,
                        ticket);
        return ticket;
    }
}
