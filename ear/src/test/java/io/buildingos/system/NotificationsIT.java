package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class NotificationsIT {
    @Test
    void theFeedIsOnesOwnNewestFirst(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        Actor other = company.owner();
        UUID first = told(company, owner, "First", 2);
        UUID second = told(company, owner, "Second", 1);
        told(company, other, "Not yours", 0);
        owner.get("/notifications")
                .then()
                .statusCode(200)
                .body("items.title", equalTo(List.of("Second", "First")), "items[0].readAt", nullValue());
        owner.get("/notifications/unread-count").then().body("count", equalTo(2));
        owner.post("/notifications/" + first + "/read").then().statusCode(200).body("readAt", notNullValue());
        owner.get("/notifications?unread=true").then().body("items.id", equalTo(List.of(second.toString())));
        owner.post("/notifications/read-all").then().statusCode(204);
        owner.get("/notifications/unread-count").then().body("count", equalTo(0));
        other.get("/notifications/unread-count").then().body("count", equalTo(1));
    }

    @Test
    void nobodyReadsAnothersFeed(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID notification = told(company, owner, "Mine", 0);
        company.owner().post("/notifications/" + notification + "/read").then().statusCode(404);
        Company.on(stack, "PRO")
                .owner()
                .post("/notifications/" + notification + "/read")
                .then()
                .statusCode(404);
        Company.superAdmin(stack)
                .get("/notifications")
                .then()
                .statusCode(403)
                .body("code", equalTo("NO_ACTIVE_TENANT"));
    }

    @Test
    void pagesByKey(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        for (int number = 0; number < 5; number++) {
            told(company, owner, "News " + number, number);
        }
        List<String> titles = new ArrayList<>();
        String next = "/notifications?limit=2";
        while (next != null) {
            var page = owner.get(next);
            titles.addAll(page.path("items.title"));
            String cursor = page.path("next");
            next = cursor == null ? null : "/notifications?limit=2&sort=-createdAt&cursor=" + cursor;
        }
        assertEquals(List.of("News 0", "News 1", "News 2", "News 3", "News 4"), titles);
    }

    @Test
    void whatOneWantsIsKeptByType(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        owner.get("/notifications/preferences")
                .then()
                .body("preferences.find { it.type == 'ANNOUNCEMENT' }.email", equalTo(true));
        owner.put(
                        "/notifications/preferences",
                        "{\"preferences\":[{\"type\":\"ANNOUNCEMENT\",\"inApp\":true,\"email\":false}]}")
                .then()
                .statusCode(200)
                .body("preferences.find { it.type == 'ANNOUNCEMENT' }.email", equalTo(false))
                .body("preferences.type", hasItem("TICKET_ASSIGNED"));
        company.owner()
                .get("/notifications/preferences")
                .then()
                .body("preferences.find { it.type == 'ANNOUNCEMENT' }.email", equalTo(true));
    }

    private static UUID told(Company company, Actor actor, String title, int minutesAgo) throws Exception {
        UUID id = UUID.randomUUID();
        company.execute(
                "insert into notifications (id, version, tenant_id, user_id, type, subject_type, subject_id, title, body,"
                        + " created_at) values (?, 0, ?, ?, 'ANNOUNCEMENT', 'announcement', gen_random_uuid(), ?, '',"
                        + " now() - make_interval(mins => ?))",
                id,
                company.id(),
                actor.userId(),
                title,
                minutesAgo);
        return id;
    }
}
