package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class PaymentsIT {
    @Test
    void aResidentPaysAndStaffApprovesOldestDueFirst(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID later = Ledgers.charge(owner, unit, "Later", 100, "2026-10-20");
        UUID sooner = Ledgers.charge(owner, unit, "Sooner", 100, "2026-10-10");
        Actor resident = ChargesIT.livingIn(company, owner, unit);
        Response submitted = Ledgers.pay(resident, unit, 150, "TRX 1");
        submitted
                .then()
                .statusCode(201)
                .body(
                        "status",
                        equalTo("SUBMITTED"),
                        "submittedBy",
                        equalTo(resident.userId().toString()))
                .body("credit.amountMinor", equalTo(0), "receiptNumber", nullValue());
        UUID payment = Ledgers.id(submitted);
        assertEquals(200, Ledgers.balance(owner, unit));
        resident.post("/payments/" + payment + "/approve", "{}").then().statusCode(403);
        owner.post("/payments/" + payment + "/approve", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"), "allocated.amountMinor", equalTo(150))
                .body("credit.amountMinor", equalTo(0), "receiptNumber", endsWith("-000001"));
        resident.get("/charges/" + sooner).then().body("status", equalTo("PAID"));
        resident.get("/charges/" + later).then().body("allocated.amountMinor", equalTo(50));
        resident.get("/receipts").then().body("items.paymentId", contains(payment.toString()));
        assertEquals(50, Ledgers.balance(resident, unit));
        owner.get("/audit?entityId=" + payment)
                .then()
                .body("items.action", contains("payment.approved", "payment.created"));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void whatIsLeftStaysAsCreditAndCoversTheNextCharge(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        Ledgers.charge(owner, unit, "First", 100);
        UUID payment = Ledgers.approved(owner, unit, 130, "x");
        owner.get("/payments/" + payment).then().body("credit.amountMinor", equalTo(30));
        assertEquals(-30, Ledgers.balance(owner, unit));
        assertEquals(30, Ledgers.sum(owner, unit, "credit"));
        Ledgers.raise(owner, unit, "COMMON", "Second", 50, "2026-10-10")
                .then()
                .body("status", equalTo("OVERDUE"), "allocated.amountMinor", equalTo(30));
        assertEquals(20, Ledgers.balance(owner, unit));
        assertEquals(0, Ledgers.sum(owner, unit, "credit"));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void allocatesAsAskedOrNotAtAll(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        UUID first = Ledgers.charge(owner, unit, "First", 100);
        UUID second = Ledgers.charge(owner, unit, "Second", 100, "2026-10-20");
        UUID neighbours = Ledgers.charge(owner, owner.unit(tower, "2"), "First", 100);
        UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 120, "x"));
        String ask = "{\"allocations\":[{\"chargeId\":\"%s\",\"amount\":{\"amountMinor\":%d,\"currency\":\"EUR\"}}]}";
        for (Object[] wrong : new Object[][] {{second, 101}, {neighbours, 1}, {UUID.randomUUID(), 1}}) {
            owner.post("/payments/" + payment + "/approve", ask, wrong)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("ALLOCATION_EXCEEDED"));
        }
        owner.post("/payments/" + payment + "/approve", ask.replace("EUR", "USD"), second, 1)
                .then()
                .statusCode(422);
        owner.post("/payments/" + payment + "/approve", ask, second, 90)
                .then()
                .statusCode(200)
                .body("allocated.amountMinor", equalTo(90), "receiptNumber", endsWith("-000001"));
        owner.get("/charges/" + first).then().body("allocated.amountMinor", equalTo(0));
        owner.post("/payments/" + payment + "/allocate", ask, first, 31).then().statusCode(422);
        owner.post("/payments/" + payment + "/allocate", ask, first, 30).then().statusCode(200);
        owner.post("/payments/" + payment + "/allocate", "{}").then().statusCode(409);
        owner.post("/payments/" + payment + "/release").then().statusCode(200).body("credit.amountMinor", equalTo(120));
        owner.post("/units/" + unit + "/account/apply-credit")
                .then()
                .statusCode(200)
                .body("amount.amountMinor", equalTo(120));
        owner.post("/units/" + unit + "/account/apply-credit").then().statusCode(409);
        owner.get("/charges/" + first).then().body("status", equalTo("PAID"));
        owner.get("/units/" + unit + "/account/allocations?released=false")
                .then()
                .body("items.amount.amountMinor", containsInAnyOrder(100, 20));
        owner.get("/units/" + unit + "/account/allocations").then().body("items", hasSize(4));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void asksWhetherAPaymentLikeAnotherIsMeant(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        List<Response> answers = Actor.atOnce(16, number -> Ledgers.pay(owner, unit, 100, "TRX"));
        Response passed = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow();
        assertEquals(
                15,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 409
                                && answer.path("code").equals("POSSIBLE_DUPLICATE")
                                && answer.path("paymentId").equals(passed.path("id")))
                        .count());
        Ledgers.pay(owner, unit, 100, " trx ").then().statusCode(409);
        Ledgers.pay(owner, unit, 100, "Other").then().statusCode(201);
        Ledgers.pay(owner, unit, 101, "TRX").then().statusCode(201);
        Ledgers.pay(owner, unit, 100, null).then().statusCode(201);
        Ledgers.pay(owner, unit, 100, null).then().statusCode(409);
        Ledgers.pay(owner, unit, 100, "TRX", true).then().statusCode(201);
        company.execute(
                "alter table payments disable trigger payments_keep;"
                        + "update payments set submitted_at = submitted_at - interval '49 hours' where tenant_id = ?::uuid;"
                        + "alter table payments enable trigger payments_keep",
                company.id().toString());
        UUID again = Ledgers.id(Ledgers.pay(owner, unit, 100, "TRX"));
        owner.post("/payments/" + again + "/reject", "{\"reason\":\"no such transfer\"}")
                .then()
                .statusCode(200);
        Ledgers.pay(owner, unit, 100, "TRX").then().statusCode(201);
    }

    @Test
    void theSameKeyPaysOnce(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        owner.post("/payments", Ledgers.payment(unit, 5, "x", false))
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        UUID key = UUID.randomUUID();
        Response first = owner.pay(key, "/payments", Ledgers.payment(unit, 5, "x", false));
        owner.pay(key, "/payments", Ledgers.payment(unit, 5, "x", false))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        owner.get("/payments").then().body("items", hasSize(1));
    }

    @Test
    void isRejectedWithAReasonAndThenFinal(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID payment = Ledgers.id(Ledgers.pay(owner, unit, 100, "x"));
        owner.post("/payments/" + payment + "/reject", "{\"reason\":\"\"}")
                .then()
                .statusCode(422);
        owner.post("/payments/" + payment + "/reverse", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409);
        owner.post("/payments/" + payment + "/reject", "{\"reason\":\"not on the account\"}")
                .then()
                .statusCode(200)
                .body("rejectionReason", equalTo("not on the account"), "receiptId", nullValue());
        for (String act : new String[] {"approve", "allocate"}) {
            owner.post("/payments/" + payment + "/" + act, "{}").then().statusCode(409);
        }
        owner.post("/payments/" + payment + "/reject", "{\"reason\":\"x\"}")
                .then()
                .statusCode(409);
        assertEquals(0, Ledgers.balance(owner, unit));
        owner.get("/units/" + unit + "/account/statement").then().body("items", hasSize(0));
    }

    @Test
    void aReversalTakesEverythingBackAndKeepsTheTrace(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID charge = Ledgers.charge(owner, unit, "Expenses", 100);
        UUID payment = Ledgers.approved(owner, unit, 150, "x");
        owner.post("/payments/" + payment + "/reverse", "{\"reason\":\"bounced\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("REVERSED"), "reversalReason", equalTo("bounced"))
                .body("allocated.amountMinor", equalTo(0), "credit.amountMinor", equalTo(0));
        owner.post("/payments/" + payment + "/reverse", "{\"reason\":\"again\"}")
                .then()
                .statusCode(409);
        owner.get("/charges/" + charge)
                .then()
                .body("status", equalTo("OVERDUE"), "outstanding.amountMinor", equalTo(100));
        owner.get("/receipts?payment=" + payment)
                .then()
                .body("items[0].annulledAt", notNullValue(), "items[0].number", endsWith("-000001"));
        Response lines = owner.get("/units/" + unit + "/account/statement");
        lines.then()
                .body("items.kind", contains("CHARGE", "PAYMENT", "PAYMENT_REVERSED"))
                .body("items[2].reversesId", equalTo(lines.path("items[1].id")))
                .body("items.balance.amountMinor", contains(100, -50, 100));
        UUID next = Ledgers.approved(owner, unit, 150, "y");
        owner.get("/payments/" + next).then().body("receiptNumber", endsWith("-000002"));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void refusesImpossiblePayments(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        owner.pay("/payments", Ledgers.payment(unit, 5, "x", false).replace("2026-10-15", "2999-01-01"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("paidOn"));
        owner.pay("/payments", Ledgers.payment(unit, 0, "x", false)).then().statusCode(422);
        owner.pay("/payments", Ledgers.payment(unit, -5, "x", false)).then().statusCode(422);
        owner.pay("/payments", Ledgers.payment(unit, 5, "x", false).replace("EUR", "USD"))
                .then()
                .statusCode(422);
        owner.pay("/payments", Ledgers.payment(UUID.randomUUID(), 5, "x", false))
                .then()
                .statusCode(404);
    }

    @Test
    void rolesReachAsFarAsTheyGo(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID mine = owner.building("Mine");
        UUID myUnit = owner.unit(mine, "1");
        UUID otherUnit = owner.unit(owner.building("Other"), "1");
        UUID myPayment = Ledgers.approved(owner, myUnit, 10, "x");
        UUID otherPayment = Ledgers.approved(owner, otherUnit, 20, "x");
        String otherReceipt = owner.get("/payments/" + otherPayment).path("receiptId");
        Actor operator = company.member("OPERATOR", mine);
        Actor resident = ChargesIT.livingIn(company, owner, myUnit);
        Actor stranger = Company.on(stack, "PRO").owner();
        for (Actor actor : new Actor[] {operator, resident}) {
            actor.get("/payments").then().body("items.id", contains(myPayment.toString()));
            actor.get("/receipts").then().body("items.paymentId", contains(myPayment.toString()));
        }
        for (Actor actor : new Actor[] {operator, resident, stranger}) {
            Ledgers.pay(actor, otherUnit, 5, "mine").then().statusCode(404);
            actor.get("/payments/" + otherPayment).then().statusCode(404);
            actor.get("/receipts/" + otherReceipt).then().statusCode(404);
        }
        for (String act : new String[] {"approve", "reject", "reverse", "allocate", "release"}) {
            String path = "/payments/" + otherPayment + "/" + act;
            String body = act.startsWith("re") ? "{\"reason\":\"x\"}" : "{}";
            Response byOperator = act.equals("release") ? operator.post(path) : operator.post(path, body);
            Response byStranger = act.equals("release") ? stranger.post(path) : stranger.post(path, body);
            String own = "/payments/" + myPayment + "/" + act;
            Response byResident = act.equals("release") ? resident.post(own) : resident.post(own, body);
            assertEquals(
                    List.of(404, 404, 403),
                    List.of(byOperator.statusCode(), byStranger.statusCode(), byResident.statusCode()),
                    act);
        }
        operator.post("/payments/" + Ledgers.id(Ledgers.pay(resident, myUnit, 7, "mine")) + "/approve", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void theTablesThemselvesRefuseWhatMustNotHappen(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        Ledgers.charge(owner, unit, "Expenses", 100);
        Ledgers.approved(owner, unit, 60, "x");
        for (String forbidden : new String[] {
            "update payments set amount_minor = 1 where tenant_id = ?",
            "update payments set allocated_minor = 61 where tenant_id = ?",
            "update payments set status = 'SUBMITTED', reviewed_at = null where tenant_id = ?",
            "update payments set status = 'REVERSED', reversed_at = now(), reversal_reason = 'x' where tenant_id = ?",
            "delete from payments where tenant_id = ?",
            "delete from receipts where tenant_id = ?",
            "insert into allocations (id, tenant_id, unit_id, charge_id, payment_id, amount_minor, allocated_at)"
                    + " select gen_random_uuid(), tenant_id, unit_id, charge_id, payment_id, 1, now() from allocations"
                    + " where tenant_id = ?",
            "insert into receipts (id, version, tenant_id, building_id, unit_id, payment_id, year, number, issued_on, created_at)"
                    + " select gen_random_uuid(), 0, tenant_id, building_id, unit_id, payment_id, year, number + 1, issued_on,"
                    + " now() from receipts where tenant_id = ?"
        }) {
            assertThrows(java.sql.SQLException.class, () -> company.execute(forbidden, company.id()), forbidden);
        }
        Ledgers.assertWhole(stack, company);
    }
}
