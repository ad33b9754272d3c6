package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is known isn't sent again until it says something else, be it without a new version. */
@SystemTest
class ConditionalReadsIT {
    @TestFactory
    Stream<DynamicTest> nothingIsSentAgainToWhoKnowsIt(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        return ApiOperation.all(stack).stream()
                .filter(ApiOperation::readsOneThing)
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    String token = tenants.token(operation.isPlatform() ? "superadmin" : "owner.a");
                    URI address = operation.at(stack, tenants::idOf);
                    HttpResponse<String> read = Http.send("GET", address, token, Map.of(), null);
                    String tag = read.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(read.body()));
                    HttpResponse<String> known = Http.send("GET", address, token, Map.of("If-None-Match", tag), null);
                    assertEquals(304, known.statusCode());
                    assertEquals("", known.body());
                }));
    }

    @Test
    void aBuildingAndItsUnitTellWhoMovesOut(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor owner = home.owner();
        String unit = "/units/" + home.unit();
        String occupancy = owner.get(unit + "/occupancies").path("items[0].id");
        assertSentAgain(
                owner,
                "/buildings/" + home.tower(),
                () -> assertSentAgain(
                        owner,
                        unit,
                        () -> owner.post("/occupancies/" + occupancy + "/end", "{\"on\":\"2025-06-30\"}")));
    }

    @Test
    void whatADayMakesOfAnOccupancyIsTold(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String id = home.owner().get("/units/" + home.unit() + "/occupancies").path("items[0].id");
        assertSentAgain(
                home.owner(),
                "/occupancies/" + id,
                () -> home.company()
                        .execute("update occupancies set ends_on = '2025-06-30' where id = ?", UUID.fromString(id)));
    }

    @Test
    void aChargeTellsThatItsDayHasCome(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID charge = Ledgers.charge(home.owner(), home.unit(), "Roof", 100, "2099-01-01");
        assertSentAgain(
                home.owner(),
                "/charges/" + charge,
                () -> home.company().execute("update charges set due_on = '2020-01-01' where id = ?", charge));
    }

    @Test
    void anAnnouncementTellsItsReaderThatItIsRead(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID draft = home.owner()
                .create(
                        "/announcements",
                        "{\"title\":\"Water\",\"body\":\"Off\",\"byEmail\":false,\"targets\":[{\"kind\":\"TENANT\"}]}");
        String path = "/announcements/" + draft;
        home.owner().post(path + "/send").then().statusCode(200);
        assertSentAgain(home.resident(), path, () -> home.resident().post(path + "/read"));
    }

    @Test
    void whatPassesDoesNotStandInTheWayOfAChange(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        String path = "/buildings/" + home.tower();
        String read = home.owner().get(path).header("ETag");
        home.ticket("Lift");
        home.owner()
                .patch(path, read, "{\"address\":\"2 Main Street\"}")
                .then()
                .statusCode(200)
                .body("address", equalTo("2 Main Street"));
        home.owner().patch(path, read, "{\"address\":\"3 Main Street\"}").then().statusCode(412);
    }

    private static void assertSentAgain(Actor actor, String path, Change change) throws Exception {
        String tag = actor.get(path).header("ETag");
        actor.getUnless(tag, path).then().statusCode(304);
        change.happens();
        actor.getUnless(tag, path).then().statusCode(200);
    }

    private interface Change {
        void happens() throws Exception;
    }
}
