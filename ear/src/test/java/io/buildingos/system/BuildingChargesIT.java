package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Charges on all units of a building. */
@SystemTest
class BuildingChargesIT {
    static final String CHARGE =
            "{\"period\":\"2026-10\",\"type\":\"COMMON\",\"concept\":\"%s\",\"%s\":{\"amountMinor\":%d,\"currency\":\"EUR\"},"
                    + "\"dueOn\":\"2099-01-10\"}";

    @Test
    void chargesABuildingByAmountOrByShare(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID second = owner.unit(tower, "B");
        owner.unit(tower, "A");
        owner.unit(tower, "C");
        owner.create("/buildings/" + tower + "/units", "{\"code\":\"D\",\"type\":\"PARKING\",\"billable\":false}");
        String charges = "/buildings/" + tower + "/charges";
        owner.pay(charges, CHARGE, "Roof", "total", 100)
                .then()
                .statusCode(422)
                .body("code", equalTo("SHARES_INCOMPLETE"), "units", contains("A", "B", "C"));
        owner.put("/buildings/" + tower + "/shares", "{\"shares\":{\"A\":0.25,\"B\":0.25,\"C\":0.25,\"D\":0.25}}")
                .then()
                .statusCode(200);
        Response preview = owner.post(charges + "/preview", CHARGE, "Roof", "total", 100);
        preview.then().statusCode(200).body("charges.amount.amountMinor", contains(34, 33, 33));
        UUID key = UUID.randomUUID();
        Response posted = owner.pay(key, charges, CHARGE, "Roof", "total", 100);
        posted.then()
                .statusCode(201)
                .body("charges.unitCode", contains("A", "B", "C"))
                .body("charges.amount.amountMinor", equalTo(preview.path("charges.amount.amountMinor")))
                .body("total.amountMinor", equalTo(100));
        owner.pay(key, charges, CHARGE, "Roof", "total", 100)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("batchId", equalTo(posted.path("batchId")));
        owner.get("/charges?batch=" + posted.path("batchId")).then().body("items", hasSize(3));
        UUID ofSecond = UUID.fromString(owner.get("/charges?unit=" + second).path("items[0].id"));
        owner.post("/charges/" + ofSecond + "/cancel", "{\"reason\":\"moved\"}")
                .then()
                .statusCode(200);
        owner.pay(charges, CHARGE, "roof", "amountPerUnit", 5)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHARGE_EXISTS"), "units", contains("A", "C"));
        owner.pay(charges, CHARGE, "Water", "amountPerUnit", 5).then().statusCode(201);
        owner.get("/buildings/" + tower + "/account").then().body("balance.amountMinor", contains(100 - 33 + 15));
        owner.get("/audit?entity=charge-batch").then().body("items", hasSize(2));
        Ledgers.assertWhole(stack, company);
    }

    @Test
    void aBuildingIsChargedWithAKeyAndByThePlan(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "BASIC").owner();
        UUID tower = owner.building("Tower");
        owner.unit(tower, "A");
        owner.post("/buildings/" + tower + "/charges", CHARGE, "Roof", "total", 100)
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
        owner.pay("/buildings/" + tower + "/charges", CHARGE, "Roof", "total", 100)
                .then()
                .statusCode(403)
                .body("code", equalTo("FEATURE_NOT_AVAILABLE"));
    }

    @Test
    void chargesFiveHundredUnitsAtOnceAndOnce(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        company.execute(
                "insert into units (id, version, tenant_id, building_id, code, code_key, type, share, billable, created_at)"
                        + " select gen_random_uuid(), 0, ?, ?, n::text, n::text, 'APARTMENT', 0.002, true, now()"
                        + " from generate_series(1, 500) n",
                company.id(),
                tower);
        List<Response> answers = Actor.atOnce(
                8, number -> owner.pay("/buildings/" + tower + "/charges", CHARGE, "Roof", "total", 1_000_003));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(
                7, answers.stream().filter(answer -> answer.statusCode() == 409).count());
        owner.get("/buildings/" + tower + "/account").then().body("balance.amountMinor", contains(1_000_003));
        Ledgers.assertWhole(stack, company);
    }
}
