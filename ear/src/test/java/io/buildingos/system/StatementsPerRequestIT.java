package io.buildingos.system;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
        double asked = assertConstant(stack, owner, account + "/statement", "/units/" + unit + "/account/statement");
        assertEquals(1, asked, "whether there is the unit is only asked when it has no lines");
    }

    @TestFactory
    Stream<DynamicTest> everyListAsksAsOftenForManyRowsAsForOne(TestStack stack) throws Exception {
        DemoTenants tenants = DemoTenants.of(stack);
        furnish(stack, tenants);
        String verification = verificationWithFindings(stack);
        return ApiOperation.all(stack).stream()
                .filter(list -> list.isList() && !list.id().equals("backups_list")) // that one asks the store alone
                .map(list -> dynamicTest(list.toString(), () -> {
                    Actor actor =
                            new Actor(stack.base(), null, tenants.token(list.isPlatform() ? "superadmin" : "owner.a"));
                    String route = list.path().substring("/api/v1".length());
                    String path = list.at(
                                    stack, name -> name.equals("verification") ? verification : tenants.idOf(name))
                            .getPath()
                            .substring("/api/v1".length());
                    assertConstant(stack, actor, route, path);
                    int rows = actor.get(path + "?limit=200").path("items.size()");
                    assertTrue(rows > 1, () -> list.id() + ": only " + rows + " rows prove nothing");
                }));
    }

    /** Several of each thing, and of what hangs on it. */
    private static void furnish(TestStack stack, DemoTenants tenants) {
        stack.runJob("ticket-escalation");
        Sql.change(
                stack,
                "insert into job_nodes (node, incarnation, started_at, seen_at)"
                        + " values ('gone', gen_random_uuid(), '2020-01-01', '2020-01-02') on conflict do nothing");
        for (int number = 0; number < 3; number++) {
            List.of(
                            "vendor",
                            "quote",
                            "order",
                            "announcement",
                            "charge",
                            "payment",
                            "receipt",
                            "invitation",
                            "ticket",
                            "document",
                            "notification",
                            "suppression",
                            "supportTicket")
                    .forEach(tenants::another);
        }
        Actor owner = new Actor(stack.base(), null, tenants.token("owner.a"));
        for (int number = 0; number < 3; number++) {
            String ticket = "/tickets/" + tenants.idOf("ticket");
            owner.post(ticket + "/comments", "{\"body\":\"Well\"}").then().statusCode(201);
            String next = number % 2 == 0 ? "IN_PROGRESS" : "OPEN";
            owner.post(ticket + "/transition", "{\"to\":\"%s\"}", next).then().statusCode(200);
            owner.post("/support-tickets/" + tenants.idOf("supportTicket") + "/messages", "{\"body\":\"Well\"}");
            String place = "{\"unitId\":\"" + tenants.idOf("unit")
                    + "\",\"title\":\"Lift\",\"description\":\"Stands still\"," + "\"category\":\"REPAIR\"}";
            owner.post("/tickets", place).then().statusCode(201);
            UUID photo = TestFiles.document(owner, "photo.pdf", "OTHER", "RESIDENTS", null, null);
            owner.post(ticket + "/attachments", "{\"documentId\":\"%s\"}", photo)
                    .then()
                    .statusCode(201);
            TestFiles.revise(owner, tenants.idOf("document"));
            int year = 1990 + number;
            owner.post(
                            "/units/" + tenants.idOf("unit") + "/occupancies",
                            "{\"personId\":\"%s\",\"role\":\"RESIDENT\",\"primary\":false,\"from\":\"%s\",\"to\":\"%s\"}",
                            tenants.idOf("person"),
                            year + "-01-01",
                            year + "-12-31")
                    .then()
                    .statusCode(201);
            tenants.freshToken("owner.a");
        }
    }

    /** Two buildings whose shares don't sum to one, found twice. */
    private static String verificationWithFindings(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        for (int number = 0; number < 2; number++) {
            UUID unit = owner.unit(owner.building("Tower " + number), "1");
            Sql.change(stack, "update units set share = 0.4 where id = ?", unit);
            stack.runJob("verify");
        }
        return Sql.one(stack, "select id from verification_runs order by started_at desc limit 1");
    }

    @Test
    void reportsAskAsOftenOfManyRowsAsOfNone(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        for (int building = 0; building < 3; building++) {
            UUID tower = owner.building("Tower " + building);
            for (int number = 0; number < 10; number++) {
                UUID unit = owner.unit(tower, Integer.toString(number));
                Ledgers.charge(owner, unit, "Fee", 1_000, "2026-01-10");
                Ledgers.approved(owner, unit, 500, "R" + number);
                Neighbourhood.ticket(owner, "Lift", "\"unitId\":\"" + unit + "\"");
            }
        }
        Actor busy = justBegun(company, owner);
        Actor idle = Company.on(stack, "PRO").owner();
        for (String report : List.of("finance", "monthly", "tickets", "announcements", "activity")) {
            String path = "/reports/" + report;
            idle.get(path).then().statusCode(200);
            busy.get(path).then().statusCode(200);
            double few = asked(stack, idle, path, path);
            assertTrue(few >= 1, "counted only " + few);
            assertEquals(few, asked(stack, busy, path, path), path);
        }
    }

    @Test
    void chargingABuildingAsksAsOftenForFiveHundredUnitsAsForOne(TestStack stack) throws Exception {
        double one = charging(stack, 1, 1);
        assertEquals(one, charging(stack, 500, 500));
        assertEquals(one, charging(stack, 500, 1), "all units are somebody's");
    }

    private static double charging(TestStack stack, int units, int readers) throws Exception {
        return telling(
                stack,
                units,
                readers,
                "CHARGE_PUBLISHED",
                "/buildings/{building}/charges",
                201,
                (owner, tower) -> () -> owner.pay(
                        "/buildings/" + tower + "/charges",
                        "{\"period\":\"2026-10\",\"type\":\"COMMON\",\"concept\":\"Water\",\"dueOn\":\"2026-10-10\","
                                + "\"amountPerUnit\":{\"amountMinor\":7,\"currency\":\"EUR\"}}"));
    }

    @Test
    void announcingAsksAsOftenForFiveHundredReadersAsForOne(TestStack stack) throws Exception {
        assertEquals(announcing(stack, 1), announcing(stack, 500));
    }

    private static double announcing(TestStack stack, int readers) throws Exception {
        return telling(
                stack, readers, readers, "ANNOUNCEMENT", "/announcements/{announcement}/send", 200, (owner, tower) -> {
                    UUID announcement = owner.create(
                            "/announcements",
                            "{\"title\":\"Water\",\"body\":\"Off\",\"byEmail\":true,"
                                    + "\"targets\":[{\"kind\":\"BUILDING\",\"buildingId\":\"%s\"}]}",
                            tower);
                    return () -> owner.post("/announcements/" + announcement + "/send");
                });
    }

    /** What it asks of the database to do something that everybody in a tower is told of. */
    private static double telling(
            TestStack stack,
            int units,
            int readers,
            String type,
            String route,
            int status,
            BiFunction<Actor, UUID, Supplier<Response>> prepared)
            throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        units(company, tower, units);
        inhabit(company);
        letLive(company, readers);
        Actor fresh = justBegun(company, owner);
        Supplier<Response> act = prepared.apply(fresh, tower);
        double before = count(stack, "POST", route, status);
        act.get().then().statusCode(status);
        double asked = count(stack, "POST", route, status) - before;
        assertTrue(asked > 5, "counted only " + asked);
        assertEquals(readers, told(stack, company, type));
        assertEquals(readers, mailed(stack, company));
        return asked;
    }

    /** In a session whose rights were read this moment, however long what came before took: the next request doesn't. */
    private static Actor justBegun(Company company, Actor owner) throws Exception {
        Actor fresh = company.login(owner.userId(), company.id(), "TENANT_OWNER");
        fresh.get("/charges?limit=1").then().statusCode(200);
        return fresh;
    }

    private static void units(Company company, UUID building, int count) throws Exception {
        company.execute(
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, billable, created_at)"
                        + " select gen_random_uuid(), 0, ?, ?, n::text, n::text, 'APARTMENT', true, now()"
                        + " from generate_series(1, ?) n",
                company.id(),
                building,
                count);
    }

    /** Somebody with an account in every unit. */
    private static void inhabit(Company company) throws Exception {
        company.execute(
                "insert into users (id, version, email, name, super_admin, created_at)"
                        + " select id, 0, id || '@example.com', 'Ana', false, now() from units where tenant_id = ?;"
                        + "insert into memberships (id, version, tenant_id, user_id, created_at)"
                        + " select id, 0, tenant_id, id, now() from units where tenant_id = ?;"
                        + "insert into membership_roles (id, tenant_id, membership_id, role)"
                        + " select id, tenant_id, id, 'RESIDENT' from units where tenant_id = ?;"
                        + "insert into people (id, version, tenant_id, name, name_key, user_id, created_at)"
                        + " select id, 0, tenant_id, 'Ana', 'ana', id, now() from units where tenant_id = ?;"
                        + "insert into occupancies (id, version, tenant_id, unit_id, person_id, role, is_primary, starts_on,"
                        + " created_at) select id, 0, tenant_id, id, id, 'RESIDENT', true, '2025-01-01', now()"
                        + " from units where tenant_id = ?;"
                        + "analyze units, people, occupancies",
                company.id());
    }

    /** In all the units these many of their people. */
    private static void letLive(Company company, int people) throws Exception {
        company.execute(
                "update occupancies o set person_id = p.id from people p, units u, units own"
                        + " where o.tenant_id = ? and u.id = o.unit_id and u.tenant_id = o.tenant_id"
                        + " and own.tenant_id = o.tenant_id and p.id = own.id and p.tenant_id = o.tenant_id"
                        + " and own.code::int = 1 + u.code::int % ?",
                company.id(), people);
    }

    private static int told(TestStack stack, Company company, String type) {
        return Integer.parseInt(Sql.one(
                stack, "select count(*) from notifications where tenant_id = ? and type = ?", company.id(), type));
    }

    /** How many mails there are; none of them shall keep the mail of others waiting. */
    private static int mailed(TestStack stack, Company company) {
        return Sql.change(stack, "update mail_outbox set status = 'SENT' where tenant_id = ?", company.id());
    }

    /** Returns how often. */
    private static double assertConstant(TestStack stack, Actor actor, String route, String path) {
        // The first request of a session reads its rights.
        actor.get(path + "?limit=1").then().statusCode(200);
        double few = asked(stack, actor, route, path + "?limit=1");
        double many = asked(stack, actor, route, path + "?limit=200");
        if (few != many) {
            // Once a minute a session's rights are read anew, and it may have been now.
            few = asked(stack, actor, route, path + "?limit=1");
            many = asked(stack, actor, route, path + "?limit=200");
        }
        assertTrue(few >= 1, "counted only " + few);
        assertEquals(few, many, route);
        return few;
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
