package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@SystemTest
class AuditIT {
    private static final String UNLOCK = "alter table %s disable trigger %s_append_only;";
    private static final String LOCK = ";alter table %s enable trigger %s_append_only";

    @Test
    void tellsWhoChangedWhatAndLetsItBeSearched(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        UUID tower = owner.building("Tower");
        owner.patch("/buildings/" + tower, 0, "{\"name\":\"Castle\"}").then().statusCode(200);
        owner.get("/audit?entity=building&entityId=" + tower)
                .then()
                .body("items.action", contains("building.described", "building.created"))
                .body("items[0].changes.name.from", equalTo("Tower"), "items[0].changes.name.to", equalTo("Castle"))
                .body(
                        "items[0].changes.address",
                        nullValue(),
                        "items[0].actorId",
                        equalTo(owner.userId().toString()));
        owner.get("/audit?to=2000-01-01T00:00:00Z").then().body("items", hasSize(0));
        owner.get("/audit?actor=me").then().statusCode(400);
    }

    @Test
    void namesWhoLoggedIn(TestStack stack) {
        DemoTenants tenants = DemoTenants.of(stack);
        Instant before = Instant.now();
        String token = tenants.freshToken("owner.b");
        String entries = Http.send(
                        "GET",
                        stack.base().resolve("/api/v1/audit?action=session.started&limit=200&from=" + before),
                        token,
                        java.util.Map.of(),
                        null)
                .body();
        assertTrue(entries.contains("\"actorName\":\"owner.b@example.com\""), entries);
        assertTrue(!entries.contains("\"actorName\":\"anonymous\""), entries);
    }

    @Test
    void aRefusedChangeLeavesNoEntry(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "FREE").owner();
        owner.building("Tower");
        owner.post("/buildings", "{\"name\":\"Second\",\"address\":\"\"}")
                .then()
                .statusCode(409);
        owner.get("/audit").then().body("items.action", contains("building.created"));
    }

    @Test
    void aChangeWhoseEntryCantBeWrittenDoesntHappen(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        company.execute("alter table audit_entries add constraint full_disk check (tenant_id <> '" + company.id()
                + "') not valid");
        try {
            owner.post("/buildings", "{\"name\":\"Castle\",\"address\":\"\"}")
                    .then()
                    .statusCode(500);
            owner.patch("/buildings/" + tower, 0, "{\"name\":\"Castle\"}")
                    .then()
                    .statusCode(500);
            owner.post("/buildings/" + tower + "/archive").then().statusCode(500);
        } finally {
            company.execute("alter table audit_entries drop constraint full_disk");
        }
        owner.get("/buildings").then().body("items.name", contains("Tower"), "items.archivedAt", contains(nullValue()));
    }

    @Test
    void nobodyRewritesTheLogUnseen(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        sealed(company.owner(), 5);
        try (Connection application = stack.asApplication()) {
            String forTenant = "select set_config('app.tenant', '%s', false)".formatted(company.id());
            application.createStatement().execute(forTenant);
            for (String change : new String[] {"update audit_entries set action = 'x'", "delete from audit_entries"}) {
                assertThrows(
                        SQLException.class, () -> application.createStatement().execute(change));
            }
        }
        assertThrows(
                SQLException.class,
                () -> company.execute("update audit_entries set action = 'x' where tenant_id = ?", company.id()));
    }

    @Test
    void findsAChangedEntry(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        sealed(owner, 5);
        tamper(
                company,
                "audit_entries",
                "update audit_entries set actor_name = 'somebody else' where id = " + at(company, 3));
        assertBroken(owner, 3, "CHANGED", 2);
    }

    @Test
    void findsARemovedEntry(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        sealed(owner, 5);
        remove(company, 2);
        assertBroken(owner, 2, "SEAL_MISSING", 1);
    }

    @Test
    void findsThatTheEndWasCutOff(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        sealed(owner, 5);
        remove(company, 5);
        assertBroken(owner, 5, "SEAL_MISSING", 4);
    }

    @Test
    void findsAnEntrySlippedIn(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        sealed(owner, 2);
        company.execute("alter table audit_entries disable trigger audit_entries_queue;"
                + "insert into audit_entries (id, tenant_id, occurred_at, actor_name, action, entity, changes)"
                + " values (gen_random_uuid(), '%s', now(), 'forger', 'x', 'x', '{}')".formatted(company.id())
                + ";alter table audit_entries enable trigger audit_entries_queue");
        assertBroken(owner, 3, "NEVER_SEALED", 2);
    }

    private static void remove(Company company, int position) throws SQLException {
        String entry = "(select id from audit_entries e where e.tenant_id = '%s' and not exists"
                + " (select 1 from audit_seals s where s.entry_id = e.id))";
        company.execute(UNLOCK.formatted("audit_seals", "audit_seals")
                + UNLOCK.formatted("audit_entries", "audit_entries")
                + "delete from audit_seals where chain_id = '%s' and position = %d;".formatted(company.id(), position)
                + "delete from audit_entries where id in " + entry.formatted(company.id())
                + LOCK.formatted("audit_seals", "audit_seals")
                + LOCK.formatted("audit_entries", "audit_entries"));
    }

    private static void tamper(Company company, String table, String change) throws SQLException {
        company.execute(UNLOCK.formatted(table, table) + change + LOCK.formatted(table, table));
    }

    private static String at(Company company, int position) {
        return "(select entry_id from audit_seals where chain_id = '%s' and position = %d)"
                .formatted(company.id(), position);
    }

    private static void assertBroken(Actor owner, int position, String damage, int verified) {
        owner.get("/audit/verification")
                .then()
                .body("broken.position", equalTo(position), "broken.damage", equalTo(damage))
                .body("verified", equalTo(verified));
    }

    /** Writes as many entries and waits until the last has its seal. */
    private static void sealed(Actor owner, int entries) {
        for (int number = 0; number < entries; number++) {
            owner.building("Tower " + number);
        }
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        Response verification = owner.get("/audit/verification");
        while (verification.<Integer>path("verified") < entries) {
            assertTrue(Instant.now().isBefore(deadline), "still not sealed: " + verification.asString());
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            verification = owner.get("/audit/verification");
        }
        verification.then().body("broken", nullValue(), "waiting", equalTo(0));
    }
}
