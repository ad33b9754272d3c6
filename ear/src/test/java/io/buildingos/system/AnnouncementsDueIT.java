package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SystemTest
class AnnouncementsDueIT {
    private static final String JOB = "announcements-due";
    private static final int MANY = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void isSentWhenItsTimeHasCome(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String due = scheduled(home);
        String later = scheduled(home);
        String draft = scheduled(home);
        home.owner().post(draft + "/take-back").then().statusCode(200);
        come(home, due);
        stack.runJob(JOB);
        stack.runJob(JOB);
        home.owner().get(due).then().body("status", equalTo("SENT"));
        home.owner().get(due + "/receipts").then().body("items", hasSize(3));
        home.resident().get("/announcements").then().body("items", hasSize(1));
        home.owner().get(later).then().body("status", equalTo("SCHEDULED"));
        home.owner().get(draft).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void aSuspendedTenantsWait(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String due = scheduled(home);
        home.company()
                .execute(
                        "update tenants set status = 'SUSPENDED' where id = ?",
                        home.company().id());
        come(home, due);
        stack.runJob(JOB);
        home.owner().get(due).then().body("status", equalTo("SCHEDULED"));
    }

    /** Both look for what is due by their schedule, and both send whenever somebody presses the button. */
    @Test
    void whileTwoServersRunEachIsSentOnce(TestStack stack, @TempDir Path folder) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String[] paths = new String[MANY];
        for (int number = 0; number < MANY; number++) {
            paths[number] = scheduled(home);
        }
        try (OtherServer other = new OtherServer(stack, folder, Map.of())) {
            Actor there =
                    new Actor(other.base(), home.owner().userId(), home.owner().token());
            for (String path : paths) {
                come(home, path);
            }
            Actor.atOnce(MANY, number -> (number % 2 == 0 ? there : home.owner()).post(paths[number] + "/send"));
            Eventually.until(PATIENCE, () -> sent(stack, home), count -> count == MANY);
        }
        assertEquals(
                String.valueOf(MANY),
                Sql.one(
                        stack,
                        "select count(*) from audit_entries where tenant_id = ? and action = 'announcement.sent'",
                        home.company().id()));
        assertEquals(
                String.valueOf(3 * MANY),
                Sql.one(
                        stack,
                        "select count(*) from announcement_receipts where tenant_id = ?",
                        home.company().id()));
        home.resident().get("/notifications/unread-count").then().body("count", equalTo(MANY));
    }

    private static Integer sent(TestStack stack, Neighbourhood home) {
        return Integer.valueOf(Sql.one(
                stack,
                "select count(*) from announcements where tenant_id = ? and status = 'SENT'",
                home.company().id()));
    }

    private static String scheduled(Neighbourhood home) {
        String path = "/announcements/"
                + home.owner()
                        .create(
                                "/announcements",
                                "{\"title\":\"Water\",\"body\":\"Off\",\"byEmail\":false,\"targets\":[{\"kind\":\"TENANT\"}]}");
        home.owner()
                .post(path + "/schedule", "{\"sendAt\":\"2999-01-01T00:00:00Z\"}")
                .then()
                .statusCode(200);
        return path;
    }

    private static void come(Neighbourhood home, String path) throws Exception {
        home.company()
                .execute(
                        "update announcements set send_at = now() - interval '1 second' where id = ?::uuid",
                        path.substring(path.lastIndexOf('/') + 1));
    }
}
