package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class AnnouncementsIT {
    private static final String EVERYBODY = "{\"kind\":\"TENANT\"}";
    private static final String FAR_AWAY = "{\"sendAt\":\"2999-01-01T00:00:00Z\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void goesFromDraftToSentAndNowhereElse(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Map<String, List<String>> ways =
                Map.of("DRAFT", List.of(), "SCHEDULED", List.of("schedule"), "SENT", List.of("send"));
        Map<String, Map<String, String>> arrows = Map.of(
                "DRAFT", Map.of("schedule", "SCHEDULED", "send", "SENT"),
                "SCHEDULED", Map.of("send", "SENT", "take-back", "DRAFT"),
                "SENT", Map.of());
        for (String state : ways.keySet()) {
            for (String act : List.of("schedule", "send", "take-back")) {
                String path = draft(home.owner(), EVERYBODY);
                ways.get(state)
                        .forEach(step -> act(home.owner(), path, step).then().statusCode(200));
                String next = arrows.get(state).get(act);
                Response answer = act(home.owner(), path, act);
                answer.then().statusCode(next == null ? 409 : 200);
                if (next == null) {
                    answer.then().body("code", equalTo("ILLEGAL_STATE_CHANGE"));
                }
                home.owner().get(path).then().body("status", equalTo(next == null ? state : next));
            }
        }
    }

    @Test
    void isChangedAndDeletedAsADraftOnly(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String step : List.of("", "schedule", "send")) {
            String path = draft(home.owner(), EVERYBODY);
            if (!step.isEmpty()) {
                act(home.owner(), path, step).then().statusCode(200);
            }
            int version = home.owner().get(path).path("version");
            home.owner()
                    .patch(path, version + 7, "{\"title\":\"Other\"}")
                    .then()
                    .statusCode(412);
            home.owner().patch(path, version, "{\"title\":\"Other\"}").then().statusCode(step.isEmpty() ? 200 : 409);
            int next = home.owner().get(path).path("version");
            home.owner().delete(path, next + 7).then().statusCode(412);
            home.owner().delete(path, next).then().statusCode(step.isEmpty() ? 204 : 409);
            home.owner().get(path).then().statusCode(step.isEmpty() ? 404 : 200);
        }
    }

    @Test
    void targetsAreCompleteAndNothingMore(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String bad : List.of(
                "{\"kind\":\"BUILDING\"}",
                "{\"kind\":\"UNIT\"}",
                "{\"kind\":\"ROLE\"}",
                "{\"kind\":\"ROLE\",\"role\":\"SUPER_ADMIN\"}",
                "{\"kind\":\"TENANT\",\"role\":\"OPERATOR\"}",
                "{\"kind\":\"TENANT\",\"buildingId\":\"" + home.tower() + "\"}",
                "{\"kind\":\"BUILDING\",\"buildingId\":\"" + home.tower() + "\",\"unitId\":\"" + home.unit() + "\"}")) {
            post(home.owner(), bad).then().statusCode(422);
        }
        post(home.owner(), "").then().statusCode(422);
        post(home.owner(), building(UUID.randomUUID())).then().statusCode(404);
        post(home.owner(), unit(UUID.randomUUID())).then().statusCode(404);
        String path = draft(home.owner(), unit(home.unit()));
        home.owner()
                .get(path)
                .then()
                .body("targets.kind", contains("UNIT"))
                .body("targets.buildingId", contains(home.tower().toString()));
        home.owner()
                .patch(path, 0, "{\"targets\":[%s]}".formatted(building(home.elsewhere())))
                .then()
                .statusCode(200);
        home.owner().get(path).then().body("targets.kind", contains("BUILDING"));
    }

    @Test
    void recipientsAreThoseTheTargetsMeanEachOnce(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor elsewhere = Neighbourhood.inhabitant(home.company(), home.owner(), home.unitElsewhere());
        Actor neighbour = Neighbourhood.inhabitant(home.company(), home.owner(), home.neighbourUnit());
        Set<UUID> tower = Set.of(
                home.resident().userId(), neighbour.userId(), home.operator().userId());
        assertEquals(tower, recipients(home, building(home.tower())));
        assertEquals(Set.of(home.resident().userId()), recipients(home, unit(home.unit())));
        assertEquals(Set.of(home.operator().userId()), recipients(home, "{\"kind\":\"ROLE\",\"role\":\"OPERATOR\"}"));
        assertEquals(Set.of(home.owner().userId()), recipients(home, "{\"kind\":\"ROLE\",\"role\":\"TENANT_OWNER\"}"));
        Set<UUID> all = new TreeSet<>(tower);
        all.addAll(List.of(home.owner().userId(), elsewhere.userId()));
        assertEquals(all, recipients(home, EVERYBODY));
        assertEquals(
                all,
                recipients(home, String.join(",", EVERYBODY, building(home.tower()), unit(home.unit()), EVERYBODY)));
        home.company().execute("update users set disabled_at = now() where id = ?", neighbour.userId());
        assertEquals(
                Set.of(home.resident().userId(), home.operator().userId()), recipients(home, building(home.tower())));
    }

    @Test
    void recipientsAreFrozenWhenItIsSent(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String path = draft(home.owner(), building(home.tower()));
        Actor inTime = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        act(home.owner(), path, "send").then().statusCode(200).body("sentAt", notNullValue());
        Actor late = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        inTime.get(path).then().statusCode(200).body("receivedAt", notNullValue(), "targets", hasSize(0));
        late.get(path).then().statusCode(404);
        late.get("/announcements").then().body("items", hasSize(0));
        late.post(path + "/read").then().statusCode(404);
    }

    @Test
    void appearsInTheFeedOfThoseItWasSentTo(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor spouse = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        Notices.prefer(spouse, "ANNOUNCEMENT", false, false);
        String path = draft(home.owner(), EVERYBODY);
        assertEquals(List.of(), Notices.titles(home.resident()));
        act(home.owner(), path, "send").then().statusCode(200);
        Actor late = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        for (Actor recipient : List.of(home.resident(), home.operator())) {
            recipient
                    .get("/notifications")
                    .then()
                    .body("items.type", contains("ANNOUNCEMENT"))
                    .body("items[0].title", equalTo("Water"), "items[0].body", equalTo("Off on Monday"))
                    .body("items[0].subjectType", equalTo("announcement"))
                    .body("items[0].subjectId", equalTo(path.substring(path.lastIndexOf('/') + 1)));
        }
        for (Actor spared : List.of(home.owner(), spouse, late)) {
            assertEquals(List.of(), Notices.titles(spared));
        }
        home.resident().get("/notifications/unread-count").then().body("count", equalTo(1));
        home.resident().post(path + "/read").then().statusCode(200);
        home.resident().get("/notifications/unread-count").then().body("count", equalTo(0));
        home.operator().get("/notifications/unread-count").then().body("count", equalTo(1));
    }

    @Test
    void isMailedToThoseWhoWantIt(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor spouse = Neighbourhood.inhabitant(home.company(), home.owner(), home.unit());
        Notices.prefer(spouse, "ANNOUNCEMENT", true, false);
        String path = draft(home.owner(), unit(home.unit()));
        home.owner().patch(path, 0, "{\"byEmail\":true}").then().statusCode(200);
        act(home.owner(), path, "send").then().statusCode(200);
        assertEquals("1", Notices.mailsTo(stack, home.resident(), "ANNOUNCEMENT"));
        assertEquals("0", Notices.mailsTo(stack, spouse, "ANNOUNCEMENT"));
        assertEquals("0", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        assertEquals(List.of("Water"), Notices.titles(spouse));
    }

    @Test
    void howeverManySendItAtOnceItIsSentOnce(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String path = draft(home.owner(), EVERYBODY);
        List<Response> answers = Actor.atOnce(32, number -> act(home.owner(), path, "send"));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 200).count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 200)
                .forEach(answer -> answer.then().statusCode(409));
        home.owner().get(path + "/receipts").then().body("items", hasSize(3));
    }

    @Test
    void isReadByItsRecipientsAndCounted(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String path = draft(home.owner(), EVERYBODY);
        home.resident().get(path).then().statusCode(404);
        act(home.owner(), path, "send");
        home.resident().get("/announcements?read=false").then().body("items", hasSize(1));
        Response read = home.resident().post(path + "/read");
        read.then().statusCode(200).body("readAt", notNullValue());
        home.resident().post(path + "/read").then().body("readAt", equalTo(read.path("readAt")));
        home.owner()
                .get("/audit?action=announcement.read&entityId=" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .body("items.actorId", contains(home.resident().userId().toString()));
        home.resident().get("/announcements?read=false").then().body("items", hasSize(0));
        home.owner()
                .get(path + "/reach")
                .then()
                .body("recipients", equalTo(3), "withAccount", equalTo(3), "read", equalTo(1));
        home.owner()
                .get(path + "/receipts?read=true")
                .then()
                .body("items.userId", contains(home.resident().userId().toString()));
        for (String part : List.of("/reach", "/receipts")) {
            home.resident().get(path + part).then().statusCode(403);
        }
        home.resident().patch(path, 1, "{\"title\":\"Mine\"}").then().statusCode(403);
        act(home.resident(), path, "send").then().statusCode(403);
        home.resident().delete(path, 1).then().statusCode(403);
    }

    @Test
    void reachesByMailWhoHasNoAccount(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String address = UUID.randomUUID() + "@example.com";
        UUID person = home.owner().create("/people", "{\"name\":\"Bea\",\"email\":\"%s\"}", address);
        home.owner()
                .create(
                        "/units/" + home.unit() + "/occupancies",
                        "{\"personId\":\"%s\",\"role\":\"OWNER\",\"primary\":false,\"from\":\"2025-01-01\"}",
                        person);
        String inApp = draft(home.owner(), unit(home.unit()));
        act(home.owner(), inApp, "send");
        home.owner().get(inApp + "/reach").then().body("recipients", equalTo(1));
        String byMail = draft(home.owner(), unit(home.unit()));
        home.owner()
                .patch(byMail, 0, "{\"byEmail\":true,\"title\":\"Water\"}")
                .then()
                .statusCode(200);
        act(home.owner(), byMail, "send");
        home.owner().get(byMail + "/reach").then().body("recipients", equalTo(2), "withAccount", equalTo(1));
        for (String recipient : List.of(address, home.resident().userId() + "@example.com")) {
            List<String> mails =
                    Eventually.until(PATIENCE, () -> Mails.to(stack, recipient), found -> !found.isEmpty());
            assertEquals(1, mails.size());
            assertTrue(mails.get(0).contains("Water") && mails.get(0).contains(byMail), mails.get(0));
        }
    }

    @Test
    void aRoleOverOneBuildingAnnouncesThereOnly(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor operator = home.operator();
        post(operator, EVERYBODY).then().statusCode(403);
        post(operator, "{\"kind\":\"ROLE\",\"role\":\"OPERATOR\"}").then().statusCode(403);
        post(operator, building(home.elsewhere())).then().statusCode(404);
        post(operator, building(home.tower()) + "," + unit(home.unitElsewhere()))
                .then()
                .statusCode(404);
        String own = draft(operator, building(home.tower()) + "," + unit(home.unit()));
        String both = draft(home.owner(), building(home.tower()) + "," + building(home.elsewhere()));
        operator.get("/announcements").then().body("items", hasSize(1));
        operator.get(both).then().statusCode(404);
        operator.patch(both, 0, "{\"title\":\"Mine\"}").then().statusCode(404);
        operator.patch(own, 0, "{\"targets\":[%s]}".formatted(EVERYBODY)).then().statusCode(403);
        act(operator, both, "send").then().statusCode(404);
        act(home.owner(), both, "send").then().statusCode(200);
        operator.get(both).then().statusCode(200).body("receivedAt", notNullValue());
        operator.get(both + "/receipts").then().statusCode(404);
        act(operator, own, "send").then().statusCode(200);
    }

    @Test
    void anotherTenantsAnnouncementsAreNotThere(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Neighbourhood other = Neighbourhood.on(stack);
        String path = draft(home.owner(), EVERYBODY);
        for (String part : List.of("", "/reach", "/receipts")) {
            other.owner().get(path + part).then().statusCode(404);
        }
        for (String act : List.of("send", "schedule", "take-back", "read")) {
            act(other.owner(), path, act).then().statusCode(404);
        }
        other.owner().patch(path, 0, "{\"title\":\"Mine\"}").then().statusCode(404);
        other.owner().delete(path, 0).then().statusCode(404);
        post(other.owner(), building(home.tower())).then().statusCode(404);
        post(other.owner(), unit(home.unit())).then().statusCode(404);
        act(home.owner(), path, "send");
        other.resident().get("/announcements").then().body("items", hasSize(0));
    }

    @Test
    void isScheduledForLaterOnly(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String path = draft(home.owner(), EVERYBODY);
        home.owner()
                .post(path + "/schedule", "{\"sendAt\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("sendAt"));
        act(home.owner(), path, "schedule").then().body("sendAt", equalTo("2999-01-01T00:00:00Z"));
        act(home.owner(), path, "take-back").then().body("sendAt", nullValue());
    }

    private static Set<UUID> recipients(Neighbourhood home, String targets) {
        String path = draft(home.owner(), targets);
        act(home.owner(), path, "send").then().statusCode(200);
        List<String> users = home.owner().get(path + "/receipts").path("items.userId");
        assertEquals(users.size(), Set.copyOf(users).size(), "each once");
        return Set.copyOf(users.stream().map(UUID::fromString).toList());
    }

    private static String building(UUID id) {
        return "{\"kind\":\"BUILDING\",\"buildingId\":\"" + id + "\"}";
    }

    private static String unit(UUID id) {
        return "{\"kind\":\"UNIT\",\"unitId\":\"" + id + "\"}";
    }

    private static Response post(Actor actor, String targets) {
        return actor.post(
                "/announcements",
                "{\"title\":\"Water\",\"body\":\"Off on Monday\",\"byEmail\":false,\"targets\":[" + targets + "]}");
    }

    private static String draft(Actor actor, String targets) {
        return "/announcements/"
                + post(actor, targets).then().statusCode(201).extract().path("id");
    }

    private static Response act(Actor actor, String path, String act) {
        return act.equals("schedule") ? actor.post(path + "/schedule", FAR_AWAY) : actor.post(path + "/" + act);
    }
}
