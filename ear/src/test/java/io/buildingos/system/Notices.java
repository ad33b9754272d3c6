package io.buildingos.system;

import java.util.List;

/** What people were told, and how they want it. */
final class Notices {
    private Notices() {}

    /** Of what stands in the feed, newest first. */
    static List<String> titles(Actor actor) {
        return actor.get("/notifications").path("items.title");
    }

    static void prefer(Actor actor, String type, boolean inApp, boolean email) {
        actor.put(
                        "/notifications/preferences",
                        "{\"preferences\":[{\"type\":\"%s\",\"inApp\":%s,\"email\":%s}]}".formatted(type, inApp, email))
                .then()
                .statusCode(200);
    }

    static String mailsTo(TestStack stack, Actor actor, String template) {
        return Sql.one(
                stack,
                "select count(*) from mail_outbox where recipient = ? and template = ?",
                actor.userId() + "@example.com",
                template);
    }
}
