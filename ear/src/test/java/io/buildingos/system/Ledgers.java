package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.UUID;

/** What tests of money ask and hold of a unit's account. */
final class Ledgers {
    private Ledgers() {}

    static Response raise(Actor actor, UUID unit, String type, String concept, long amount, String dueOn) {
        return actor.post(
                "/charges",
                "{\"unitId\":\"%s\",\"period\":\"2026-10\",\"type\":\"%s\",\"concept\":\"%s\",\"amount\":"
                        + "{\"amountMinor\":%d,\"currency\":\"EUR\"},\"dueOn\":\"%s\"}",
                unit,
                type,
                concept,
                amount,
                dueOn);
    }

    static UUID charge(Actor actor, UUID unit, String concept, long amount) {
        return charge(actor, unit, concept, amount, "2026-10-10");
    }

    static UUID charge(Actor actor, UUID unit, String concept, long amount, String dueOn) {
        return id(raise(actor, unit, "COMMON", concept, amount, dueOn));
    }

    static Response pay(Actor actor, UUID unit, long amount, String reference) {
        return pay(actor, unit, amount, reference, false);
    }

    static Response pay(Actor actor, UUID unit, long amount, String reference, boolean confirmed) {
        return actor.pay("/payments", payment(unit, amount, reference, confirmed));
    }

    static String payment(UUID unit, long amount, String reference, boolean confirmed) {
        return "{\"unitId\":\"%s\",\"method\":\"TRANSFER\",\"amount\":{\"amountMinor\":%d,\"currency\":\"EUR\"},\"reference\":%s,\"paidOn\":\"2026-10-15\",\"confirmed\":%s}"
                .formatted(unit, amount, reference == null ? "null" : "\"" + reference + "\"", confirmed);
    }

    static UUID approved(Actor actor, UUID unit, long amount, String reference) {
        return approved(actor, actor, unit, amount, reference);
    }

    static UUID approved(Actor reviewer, Actor payer, UUID unit, long amount, String reference) {
        UUID payment = id(pay(payer, unit, amount, reference));
        reviewer.post("/payments/" + payment + "/approve", "{}").then().statusCode(200);
        return payment;
    }

    static UUID id(Response created) {
        return UUID.fromString(created.then().statusCode(201).extract().path("id"));
    }

    static long balance(Actor actor, UUID unit) {
        return sum(actor, unit, "balance");
    }

    static long sum(Actor actor, UUID unit, String what) {
        Number sum = actor.get("/units/" + unit + "/account")
                .then()
                .statusCode(200)
                .extract()
                .path(what + "[0].amountMinor");
        return sum.longValue();
    }

    /** Everything that must be so at every moment, read off the tables themselves. */
    static void assertWhole(TestStack stack, Company company) {
        assertNone(stack, company, """
                select count(*) from unit_accounts a where a.tenant_id = ?::uuid and (a.balance_minor, a.entries) <>
                    (select coalesce(sum(e.amount_minor), 0)::bigint, count(*) from ledger_entries e
                        where e.tenant_id = a.tenant_id and e.unit_id = a.unit_id)
                """);
        assertNone(stack, company, """
                select count(*) from unit_accounts a where a.tenant_id = ?::uuid and a.balance_minor is distinct from
                    (select coalesce(sum(case when type = 'CREDIT' then -1 else 1 end * (amount_minor - allocated_minor)), 0)
                        from charges c where c.unit_id = a.unit_id and c.canceled_at is null)::bigint
                    - (select coalesce(sum(amount_minor - allocated_minor), 0) from payments p
                        where p.unit_id = a.unit_id and p.status = 'APPROVED')::bigint
                """);
        assertNone(stack, company, """
                select count(*) from charges c where c.tenant_id = ?::uuid and c.allocated_minor is distinct from
                    (select coalesce(sum(l.amount_minor), 0) from allocations l where l.released_at is null
                        and c.id in (l.charge_id, l.credit_id))::bigint
                """);
        assertNone(stack, company, """
                select count(*) from payments p where p.tenant_id = ?::uuid and p.allocated_minor is distinct from
                    (select coalesce(sum(l.amount_minor), 0) from allocations l where l.released_at is null
                        and p.id = l.payment_id)::bigint
                """);
        assertNone(stack, company, """
                select count(*) from (select e.balance_minor,
                        sum(e.amount_minor) over (partition by e.unit_id order by e.position) as running,
                        e.position, row_number() over (partition by e.unit_id order by e.position) as place
                    from ledger_entries e where e.tenant_id = ?::uuid) x
                where balance_minor <> running or position <> place
                """);
    }

    private static void assertNone(TestStack stack, Company company, String query) {
        assertEquals("0", Sql.one(stack, query, company.id().toString()), query);
    }
}
