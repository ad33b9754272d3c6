package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom a ticket concerns is told of what others do with it. */
@SystemTest
class TicketNoticesIT {
    @Test
    void aNewTicketIsToldToThoseWhoManageTheBuilding(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor elsewhere = home.company().member("OPERATOR", home.elsewhere());
        Neighbourhood.ticket(home.resident(), "Water", "\"unitId\":\"" + home.unit() + "\"");
        assertEquals(List.of("New ticket: Water"), titles(home.owner()));
        assertEquals(List.of("New ticket: Water"), titles(home.operator()));
        assertEquals(List.of(), titles(elsewhere));
        assertEquals(List.of(), titles(home.resident()));
    }

    @Test
    void itsOpenerAndWhoeverHasItHearOfItsCourse(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID id = Neighbourhood.ticket(home.resident(), "Water", "\"unitId\":\"" + home.unit() + "\"");
        String ticket = "/tickets/" + id;
        home.owner()
                .post(
                        ticket + "/assign",
                        "{\"assigneeId\":\"%s\"}",
                        home.operator().userId());
        home.operator().post(ticket + "/transition", "{\"to\":\"IN_PROGRESS\"}");
        home.operator().post(ticket + "/comments", "{\"body\":\"Tomorrow\"}");
        home.owner().post(ticket + "/comments", "{\"body\":\"Ask the plumber\",\"visibility\":\"INTERNAL\"}");
        assertEquals(List.of("New comment: Water", "Water: in progress"), titles(home.resident()));
        assertEquals(
                List.of("New comment: Water", "Assigned to you: Water", "New ticket: Water"), titles(home.operator()));
        assertEquals(List.of("New ticket: Water"), titles(home.owner()));
        home.resident()
                .get("/notifications")
                .then()
                .body("items[0].subjectId", org.hamcrest.Matchers.equalTo(id.toString()));
    }

    @Test
    void isSaidInEachOnesLanguage(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID id = Neighbourhood.ticket(home.resident(), "Agua", "\"unitId\":\"" + home.unit() + "\"");
        Sql.change(
                stack,
                "update users set locale = 'es' where id = ?",
                home.resident().userId());
        home.owner().post("/tickets/" + id + "/transition", "{\"to\":\"IN_PROGRESS\"}");
        assertEquals(List.of("Agua: en curso"), titles(home.resident()));
    }

    @Test
    void anEscalationIsToldToTheAdministratorsOnce(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor other = home.company().member("TENANT_ADMIN", home.elsewhere());
        UUID id = home.ticket("Fire");
        Sql.change(
                stack,
                "update tickets set priority = 'URGENT', created_at = created_at - interval '3 hours' where id = ?",
                id);
        stack.runJob("ticket-escalation");
        stack.runJob("ticket-escalation");
        assertEquals(List.of("Nobody has taken it: Fire"), titles(home.owner()));
        assertEquals(List.of("New ticket: Fire"), titles(home.operator()));
        assertEquals(List.of(), titles(other));
        assertEquals(
                "1",
                Sql.one(
                        stack,
                        "select count(*) from mail_outbox where tenant_id = ? and recipient = ?",
                        home.company().id(),
                        home.owner().userId() + "@example.com"));
    }

    /** Newest first, as they stand in the feed. */
    private static List<String> titles(Actor actor) {
        return actor.get("/notifications").path("items.title");
    }
}
