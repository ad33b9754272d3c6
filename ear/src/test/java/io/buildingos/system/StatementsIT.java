package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list costs as many statements for two hundred things as for one; counted in the log of a server that tells each. */
@ServerTest
class StatementsIT {
    private static final int ROWS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void aListCostsTheSameStatementsWhateverItsLength(TestStack stack, @TempDir Path folder) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        List<String> lists = filled(home);
        try (OtherServer other = new OtherServer(stack, folder, Map.of())) {
            assertEquals(
                    0,
                    other.operation("/subsystem=logging/logger=org.hibernate.SQL:add(level=DEBUG)")
                            .status());
            for (String list : lists) {
                statements(other, home.owner(), list, 1);
                int one = statements(other, home.owner(), list, 1);
                int all = statements(other, home.owner(), list, 200);
                assertTrue(one > 0, list);
                assertEquals(one, all, list);
            }
        }
    }

    private static List<String> filled(Neighbourhood home) throws Exception {
        Company company = home.company();
        String ticket = home.ticket("Lift").toString();
        UUID vendor = home.owner().create("/vendors", "{\"name\":\"Painters\"}");
        String work = "{\"vendorId\":\"%s\",\"buildingId\":\"%s\",\"description\":\"Paint it\"}";
        String announcement = "";
        for (int number = 0; number < ROWS; number++) {
            home.ticket("Lift " + number);
            home.owner().post("/tickets/" + ticket + "/comments", "{\"body\":\"Still\"}");
            home.owner()
                    .post(
                            "/tickets/" + ticket + "/assign",
                            number % 2 == 0 ? "{\"assigneeId\":\"%s\"}" : "{}",
                            home.operator().userId());
            UUID other = home.owner().create("/vendors", "{\"name\":\"Vendor %d\"}", number);
            home.owner().put("/vendors/" + other + "/services/" + home.tower(), "{\"services\":[\"Lifts\",\"Doors\"]}");
            home.owner().post("/quotes", work, vendor, home.tower());
            home.owner().post("/work-orders", work, vendor, home.tower());
            announcement = home.owner()
                    .create(
                            "/announcements",
                            "{\"title\":\"Water\",\"body\":\"Off\",\"byEmail\":false,\"targets\":[{\"kind\":\"TENANT\"},{\"kind\":\"BUILDING\",\"buildingId\":\"%s\"}]}",
                            home.tower())
                    .toString();
        }
        for (int number = 0; number < 5; number++) {
            company.member("OPERATOR", home.tower());
        }
        home.owner().post("/announcements/" + announcement + "/send").then().statusCode(200);
        return List.of(
                "/tickets",
                "/tickets?q=lift&status=OPEN&sort=-priority",
                "/tickets/" + ticket + "/comments",
                "/tickets/" + ticket + "/history",
                "/vendors",
                "/quotes",
                "/work-orders",
                "/announcements",
                "/announcements/" + announcement + "/receipts");
    }

    private static int statements(OtherServer server, Actor actor, String list, int limit) throws Exception {
        String request = UUID.randomUUID().toString();
        HttpResponse<String> answer = Http.send(
                "GET",
                server.base().resolve("/api/v1" + list + (list.contains("?") ? "&" : "?") + "limit=" + limit),
                actor.token(),
                Map.of("X-Request-Id", request),
                null);
        assertEquals(200, answer.statusCode(), answer::body);
        List<String> lines = Eventually.until(
                PATIENCE,
                () -> about(server, request),
                found -> found.stream().anyMatch(line -> line.contains("i.b.access")));
        return (int) lines.stream().filter(line -> line.contains("o.h.SQL")).count();
    }

    private static List<String> about(OtherServer server, String request) {
        try {
            return Files.readAllLines(server.log()).stream()
                    .filter(line -> line.contains(request))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
