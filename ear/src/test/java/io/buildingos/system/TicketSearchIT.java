package io.buildingos.system;

import static io.buildingos.system.Neighbourhood.ticket;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class TicketSearchIT {

    @Test
    void findsWordsByTheirStemsInTheTenantsLanguage(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID lift = home.ticket("The lifts were making noises");
        UUID pipe = home.ticket("Broken pipe in the garage");
        assertEquals(Set.of(lift), found(home.owner(), "lift"));
        assertEquals(Set.of(lift), found(home.owner(), "NOISE lifts"));
        assertEquals(Set.of(lift, pipe), found(home.owner(), "lift or pipes"));
        assertEquals(Set.of(pipe), found(home.owner(), "\"broken pipe\""));
        assertEquals(Set.of(), found(home.owner(), "\"pipe broken\""));
        assertEquals(Set.of(lift), found(home.owner(), "help -pipe"));
        assertEquals(Set.of(pipe), found(home.owner(), "gar*"));
        assertEquals(Set.of(), found(home.owner(), "gar"));

        Neighbourhood casa = Neighbourhood.on(stack);
        casa.company()
                .execute(
                        "update tenants set locale = 'es-AR' where id = ?",
                        casa.company().id());
        UUID ascensor = casa.ticket("Los ascensores no andan");
        UUID caneria = casa.ticket("Ca\u00f1er\u00eda rota");
        assertEquals(Set.of(ascensor), found(casa.owner(), "ascensor"));
        assertEquals(Set.of(caneria), found(casa.owner(), "ca\u00f1er\u00edas rotas"));
        assertEquals(Set.of(), found(home.owner(), "ascensor"));
    }

    @Test
    void ticketsKeepTheLanguageTheyWereWrittenIn(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID english = home.ticket("The lifts were making noises");
        home.company()
                .execute(
                        "update tenants set locale = 'es' where id = ?",
                        home.company().id());
        UUID spanish = home.ticket("Los ascensores no andan");
        assertEquals(Set.of(english), found(home.owner(), "noise"));
        assertEquals(Set.of(spanish), found(home.owner(), "ascensor"));
        assertEquals(Set.of(english, spanish), found(home.owner(), "noise or ascensor"));
    }

    @Test
    void survivesWhateverIsTyped(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        home.ticket("Lift");
        for (String typed : List.of(
                "",
                " ",
                "*",
                "the",
                "the*",
                "-",
                "--",
                "\"",
                "'",
                "' or 1=1 --",
                "a & b | c",
                "!",
                ":*",
                "((",
                "a:b*",
                "\\",
                "%",
                "\uD83D\uDE00",
                "-\"a b\"*",
                "<->",
                "x".repeat(3000))) {
            URI address = stack.base().resolve("/api/v1/tickets?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
            var answer = Http.send("GET", address, home.owner().token(), Map.of(), null);
            assertEquals(200, answer.statusCode(), () -> typed + ": " + answer.body());
        }
    }

    @Test
    void filtersByEverythingAListShows(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID first = ticket(home.owner(), "First", "\"unitId\":\"" + home.unit() + "\",\"priority\":\"HIGH\"");
        UUID second = ticket(
                home.operator(),
                "Second",
                "\"buildingId\":\"%s\",\"priority\":\"LOW\",\"assigneeId\":\"%s\""
                        .formatted(home.tower(), home.operator().userId()));
        UUID third = home.owner()
                .create(
                        "/tickets",
                        "{\"title\":\"Third\",\"description\":\"Please help\",\"category\":\"CLEANING\",\"buildingId\":\"%s\"}",
                        home.elsewhere());
        home.owner().post("/tickets/" + third + "/transition", "{\"to\":\"CLOSED\"}");
        home.company().execute("update tickets set created_at = '2020-05-01T00:00:00Z' where id = ?", first);
        home.company().execute("update tickets set escalated_at = created_at where id = ?", first);
        expect(home, "status=CLOSED", third);
        expect(home, "priority=LOW", second);
        expect(home, "category=CLEANING", third);
        expect(home, "buildingId=" + home.elsewhere(), third);
        expect(home, "unitId=" + home.unit(), first);
        expect(home, "assigneeId=" + home.operator().userId(), second);
        expect(home, "assigned=true", second);
        expect(home, "assigned=false", third, first);
        expect(home, "createdBy=" + home.operator().userId(), second);
        expect(home, "escalated=true", first);
        expect(home, "number=2", second);
        expect(home, "from=2021-01-01T00:00:00Z", third, second);
        expect(home, "to=2020-05-01T00:00:01Z", first);
        expect(home, "to=2020-05-01T00:00:00Z");
        expect(home, "sort=createdAt", first, second, third);
        expect(home, "sort=-priority", first, third, second);
        expect(home, "sort=priority&priority=LOW", second);
        expect(home, "sort=-updatedAt&limit=1", third);
        home.owner().get("/tickets?status=DONE").then().statusCode(400);
    }

    @Test
    void pagesGiveEveryTicketOnceInEveryOrder(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        home.company()
                .execute(
                        "insert into tickets (id, version, tenant_id, number, building_id, title, description, category,"
                                + " priority, status, created_by, created_at, updated_at, language) select gen_random_uuid(), 0,"
                                + " ?, n, ?, 'Number ' || n, 'Please help', 'REPAIR', (array['LOW','MEDIUM','HIGH'])[n % 3 + 1],"
                                + " 'OPEN', ?, now() - n / 5 * interval '1 hour', now() - n / 7 * interval '1 hour', 'english'"
                                + " from generate_series(1, 45) n",
                        home.company().id(), home.tower(), home.owner().userId());
        for (String sort : List.of("createdAt", "-createdAt", "updatedAt", "priority", "-priority")) {
            List<Integer> numbers = new ArrayList<>();
            String cursor = "";
            do {
                var page = home.owner().get("/tickets?limit=7&sort=" + sort + cursor);
                numbers.addAll(page.jsonPath().getList("items.number", Integer.class));
                cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
            } while (cursor != null);
            assertEquals(45, numbers.size(), sort);
            assertEquals(45, new TreeSet<>(numbers).size(), sort);
        }
    }

    private static void expect(Neighbourhood home, String query, UUID... tickets) {
        var answer = home.owner().get("/tickets?" + query).then().statusCode(200);
        if (tickets.length == 0) {
            answer.body("items", hasSize(0));
            return;
        }
        answer.body("items", hasSize(tickets.length));
        for (int place = 0; place < tickets.length; place++) {
            answer.body("items[%d].id".formatted(place), equalTo(tickets[place].toString()));
        }
    }

    private static Set<UUID> found(Actor actor, String words) {
        List<String> ids = actor.get("/tickets?q={words}", words)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        return Set.copyOf(ids.stream().map(UUID::fromString).toList());
    }
}
