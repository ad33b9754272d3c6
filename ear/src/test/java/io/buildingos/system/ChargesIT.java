package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class ChargesIT {
    @Test
    void aChargeRaisesTheBalanceAndACreditLowersIt(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        assertEquals(0, Ledgers.balance(owner, unit));
        Ledgers.raise(owner, unit, "COMMON", "Expenses", 100_00, "2026-10-10")
                .then()
                .statusCode(201)
                .body("status", equalTo("OVERDUE"), "outstanding.amountMinor", equalTo(100_00))
                .body("unitCode", equalTo("1"), "period", equalTo("2026-10"), "amount.currency", equalTo("EUR"));
        Ledgers.raise(owner, unit, "CREDIT", "Repaired the door", 30_00, "2026-10-11")
                .then()
                .statusCode(201)
                .body("status", equalTo("PAID"), "allocated.amountMinor", equalTo(30_00));
        assertEquals(70_00, Ledgers.balance(owner, unit));
        owner.get("/units/" + unit + "/account/statement")
                .then()
                .body("items.kind", contains("CHARGE", "CREDIT"))
                .body("items.balance.amountMinor", contains(100_00, 70_00));
        owner.get("/units/" + unit + "/account/statement?from=2099-01-01")
                .then()
                .body("items", hasSize(0));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void aConceptIsChargedOnceAPeriodUntilCanceled(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID first = Ledgers.charge(owner, unit, "Expenses", 100);
        Ledgers.raise(owner, unit, "FINE", " eXPENSES", 5, "2026-10-10")
                .then()
                .statusCode(409)
                .body("code", equalTo("CHARGE_EXISTS"));
        owner.post("/charges/" + first + "/cancel", "{\"reason\":\" \"}").then().statusCode(422);
        owner.post("/charges/" + first + "/cancel", "{\"reason\":\"wrong unit\"}")
                .then()
                .statusCode(200)
                .body(
                        "status",
                        equalTo("CANCELED"),
                        "canceledAt",
                        notNullValue(),
                        "outstanding.amountMinor",
                        equalTo(0));
        owner.post("/charges/" + first + "/cancel", "{\"reason\":\"again\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        assertEquals(0, Ledgers.balance(owner, unit));
        Ledgers.charge(owner, unit, "Expenses", 7);
        owner.get("/units/" + unit + "/account/statement?sort=-position")
                .then()
                .body("items.kind", contains("CHARGE", "CHARGE_CANCELED", "CHARGE"))
                .body(
                        "items[1].reversesId",
                        equalTo(owner.get("/units/" + unit + "/account/statement")
                                .path("items[0].id")));
        owner.get("/audit?entity=charge&entityId=" + first)
                .then()
                .body("items.action", contains("charge.canceled", "charge.created"));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void exactlyOneOfManySameChargesIsRaised(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        List<Response> answers =
                Actor.atOnce(32, number -> Ledgers.raise(owner, unit, "COMMON", "Expenses", 100, "2026-10-10"));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(
                31,
                answers.stream().filter(answer -> answer.statusCode() == 409).count());
        assertEquals(100, Ledgers.balance(owner, unit));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void isMendedUntilSomethingCoversIt(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID charge = Ledgers.charge(owner, unit, "Expenses", 100);
        owner.patch(
                        "/charges/" + charge,
                        0,
                        "{\"amount\":{\"amountMinor\":80,\"currency\":\"EUR\"},\"dueOn\":\"2099-01-01\"}")
                .then()
                .statusCode(200)
                .body("amount.amountMinor", equalTo(80), "status", equalTo("OPEN"), "version", equalTo(1));
        assertEquals(80, Ledgers.balance(owner, unit));
        owner.patch("/charges/" + charge, 0, "{\"concept\":\"Other\"}").then().statusCode(412);
        owner.patch("/charges/" + charge, 1, "{\"amount\":{\"amountMinor\":80,\"currency\":\"USD\"}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("CURRENCY_DIFFERS"));
        owner.patch("/charges/" + charge, 1, "{\"type\":\"CREDIT\"}").then().statusCode(422);
        for (String wrong : new String[] {"0", "-5", "1000000000000000"}) {
            owner.patch("/charges/" + charge, 1, "{\"amount\":{\"amountMinor\":" + wrong + ",\"currency\":\"EUR\"}}")
                    .then()
                    .statusCode(422);
        }
        Ledgers.raise(owner, unit, "CREDIT", "Refund", 10, "2026-10-10");
        owner.get("/charges/" + charge)
                .then()
                .body("status", equalTo("PARTIAL"), "outstanding.amountMinor", equalTo(70));
        owner.patch("/charges/" + charge, 2, "{\"concept\":\"Other\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("CHARGE_ALLOCATED"));
        owner.post("/charges/" + charge + "/cancel", "{\"reason\":\"wrong\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("CHARGE_ALLOCATED"));
        owner.post("/charges/" + charge + "/release").then().statusCode(200).body("allocated.amountMinor", equalTo(0));
        owner.post("/charges/" + charge + "/release").then().statusCode(409);
        owner.post("/charges/" + charge + "/cancel", "{\"reason\":\"wrong\"}")
                .then()
                .statusCode(200);
        assertEquals(-10, Ledgers.balance(owner, unit));
        Ledgers.raise(owner, unit, "COMMON", "Later", 25, "2099-01-01")
                .then()
                .body("status", equalTo("PARTIAL"), "allocated.amountMinor", equalTo(10));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void listsByEveryFilter(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        UUID late = Ledgers.charge(owner, unit, "Late", 100);
        UUID early = Ledgers.charge(owner, unit, "Early", 100, "2099-01-01");
        Ledgers.charge(owner, owner.unit(owner.building("Other"), "1"), "Late", 100);
        for (String filter : new String[] {
            "building=" + tower, "unit=" + unit, "unit=" + unit + "&period=2026-10", "unit=" + unit + "&type=COMMON"
        }) {
            owner.get("/charges?" + filter).then().body("items.id", contains(late.toString(), early.toString()));
        }
        owner.get("/charges?unit=" + unit + "&overdue=true").then().body("items.id", contains(late.toString()));
        owner.get("/charges?unit=" + unit + "&status=OPEN").then().body("items.id", contains(early.toString()));
        owner.get("/charges?unit=" + unit + "&status=OVERDUE").then().body("items.id", contains(late.toString()));
        owner.get("/charges?period=2026-13").then().statusCode(400);
        owner.get("/charges?status=NOPE").then().statusCode(400);
        String next = owner.get("/charges?limit=1&unit=" + unit).path("next");
        owner.get("/charges?limit=1&unit=" + unit + "&cursor=" + next)
                .then()
                .body("items.id", contains(early.toString()));
    }

    @Test
    void rolesReachAsFarAsTheyGo(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID mine = owner.building("Mine");
        UUID myUnit = owner.unit(mine, "1");
        UUID other = owner.building("Other");
        UUID otherUnit = owner.unit(other, "1");
        UUID myCharge = Ledgers.charge(owner, myUnit, "Expenses", 10);
        UUID otherCharge = Ledgers.charge(owner, otherUnit, "Expenses", 20);
        Ledgers.approved(owner, myUnit, 10, "R1");
        Ledgers.approved(owner, otherUnit, 20, "R2");
        Actor operator = company.member("OPERATOR", mine);
        Actor resident = livingIn(company, owner, myUnit);
        Actor stranger = Company.on(stack, "PRO").owner();
        for (Actor actor : new Actor[] {operator, resident}) {
            actor.get("/charges").then().body("items.id", containsInAnyOrder(myCharge.toString()));
            actor.get("/units/" + myUnit + "/account").then().statusCode(200);
            actor.get("/units/" + myUnit + "/account/statement").then().body("items", hasSize(2));
            actor.get("/units/" + myUnit + "/account/allocations").then().body("items", hasSize(1));
        }
        for (Actor actor : new Actor[] {operator, resident, stranger}) {
            for (String path : new String[] {
                "/charges/" + otherCharge,
                "/units/" + otherUnit + "/account",
                "/units/" + otherUnit + "/account/statement",
                "/units/" + otherUnit + "/account/allocations",
                "/buildings/" + other + "/account"
            }) {
                actor.get(path).then().statusCode(404);
            }
        }
        resident.get("/buildings/" + mine + "/account").then().statusCode(404);
        Ledgers.raise(resident, myUnit, "COMMON", "Mine", 1, "2026-10-10")
                .then()
                .statusCode(403);
        resident.post("/charges/" + myCharge + "/cancel", "{\"reason\":\"no\"}")
                .then()
                .statusCode(403);
        resident.pay("/buildings/" + mine + "/charges", BuildingChargesIT.CHARGE, "x", "total", 1)
                .then()
                .statusCode(403);
        for (Actor actor : new Actor[] {operator, stranger}) {
            Ledgers.raise(actor, otherUnit, "COMMON", "Theirs", 1, "2026-10-10")
                    .then()
                    .statusCode(404);
            actor.patch("/charges/" + otherCharge, 0, "{\"concept\":\"x\"}")
                    .then()
                    .statusCode(404);
            actor.post("/charges/" + otherCharge + "/cancel", "{\"reason\":\"x\"}")
                    .then()
                    .statusCode(404);
            actor.post("/charges/" + otherCharge + "/release").then().statusCode(404);
            actor.pay("/buildings/" + other + "/charges", BuildingChargesIT.CHARGE, "x", "total", 1)
                    .then()
                    .statusCode(404);
        }
        Ledgers.raise(operator, myUnit, "FINE", "Noise", 1, "2026-10-10").then().statusCode(201);
    }

    @Test
    void theTablesThemselvesRefuseWhatMustNotHappen(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID charge = Ledgers.charge(owner, unit, "Expenses", 100);
        Ledgers.raise(owner, unit, "CREDIT", "Refund", 10, "2026-10-10");
        for (String forbidden : new String[] {
            "update ledger_entries set amount_minor = 1 where tenant_id = ?",
            "delete from ledger_entries where tenant_id = ?",
            "delete from charges where tenant_id = ?",
            "delete from allocations where tenant_id = ?",
            "update charges set amount_minor = 1 where tenant_id = ?",
            "update charges set allocated_minor = 101 where tenant_id = ?",
            "update charges set canceled_at = now(), cancel_reason = 'x' where tenant_id = ?",
            "update allocations set amount_minor = 1 where tenant_id = ?"
        }) {
            assertThrows(java.sql.SQLException.class, () -> company.execute(forbidden, company.id()), forbidden);
        }
        owner.get("/charges/" + charge).then().body("outstanding.amountMinor", equalTo(90));
    }

    static Actor livingIn(Company company, Actor owner, UUID unit) throws Exception {
        UUID user = company.user();
        Actor resident = company.resident(user);
        UUID person = owner.create(
                "/people", "{\"name\":\"Ana\",\"email\":\"%s@example.com\",\"userId\":\"%s\"}", user, user);
        owner.create(
                "/units/" + unit + "/occupancies",
                "{\"personId\":\"%s\",\"role\":\"RESIDENT\",\"primary\":true,\"from\":\"2026-01-01\"}",
                person);
        return resident;
    }
}
