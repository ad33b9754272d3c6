package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A request asks the database as often for two hundred rows as for ten. */
@SystemTest
class StatementsPerRequestIT {
    @Test
    void listsOfMoneyAskAsOftenWhateverThePageSize(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        for (int number = 0; number < 210; number++) {
            Ledgers.charge(owner, unit, "C" + number, 10);
            Ledgers.pay(owner, unit, 10, "P" + number).then().statusCode(201);
        }
        String account = "/units/{unit}/account";
        assertConstant(stack, owner, "/charges", "/charges");
        assertConstant(stack, owner, "/payments", "/payments");
        assertConstant(stack, owner, account + "/statement", "/units/" + unit + "/account/statement");
    }

    @Test
    void chargingABuildingAsksAsOftenForFiveHundredUnitsAsForOne(TestStack stack) throws Exception {
        assertEquals(charging(stack, 1), charging(stack, 500));
    }

    private static double charging(TestStack stack, int units) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        company.execute(
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, billable, created_at)"
                        + " select gen_random_uuid(), 0, ?, ?, n::text, n::text, 'APARTMENT', true, now()"
                        + " from generate_series(1, ?) n",
                company.id(),
                tower,
                units);
        String route = "/buildings/{building}/charges";
        double before = count(stack, "POST", route, 201);
        owner.pay(
                        "/buildings/" + tower + "/charges",
                        "{\"period\":\"2026-10\",\"type\":\"COMMON\",\"concept\":\"Water\",\"dueOn\":\"2026-10-10\","
                                + "\"amountPerUnit\":{\"amountMinor\":7,\"currency\":\"EUR\"}}")
                .then()
                .statusCode(201);
        double asked = count(stack, "POST", route, 201) - before;
        assertTrue(asked > 5, "counted only " + asked);
        return asked;
    }

    private static void assertConstant(TestStack stack, Actor actor, String route, String path) {
        // The first request of a session reads its rights.
        actor.get(path + "?limit=1").then().statusCode(200);
        double few = asked(stack, actor, route, path + "?limit=10");
        double many = asked(stack, actor, route, path + "?limit=200");
        assertTrue(few >= 1, "counted only " + few);
        assertEquals(few, many, route);
    }

    private static double asked(TestStack stack, Actor actor, String route, String path) {
        double before = count(stack, "GET", route, 200);
        actor.get(path).then().statusCode(200);
        return count(stack, "GET", route, 200) - before;
    }

    private static double count(TestStack stack, String method, String route, int status) {
        String metrics =
                given().baseUri(stack.management().toString()).get("/metrics").asString();
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_statements"))
                .filter(line -> line.contains("method=\"" + method + "\"")
                        && line.contains("route=\"/api/v1" + route + "\"")
                        && line.contains("status=\"" + status + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
