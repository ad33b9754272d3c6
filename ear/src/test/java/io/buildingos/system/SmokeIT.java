package io.buildingos.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smoke test as operators run it, against the whole product. */
@SystemTest
class SmokeIT {
    private static final String OPERATOR =
            Servers.ROOT.resolve("migrations/target/buildingos.jar").toString();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();

    @TempDir
    private Path folder;

    @Test
    void passesAgainstTheProductAndLeavesNothingOpen(TestStack stack) throws Exception {
        DemoTenants.of(stack);
        Servers.Outcome smoke = run(stack, everybody());
        assertEquals(0, smoke.status(), smoke.output());
        assertTrue(smoke.output().contains(" 0 skipped, 0 failed, "), smoke.output());
        assertEquals(
                14,
                smoke.output()
                        .lines()
                        .filter(line -> line.contains("refused to "))
                        .count(),
                smoke.output());
        assertEquals(
                "0 true",
                Sql.one(
                        stack,
                        "select sum(a.balance_minor) || ' ' || (count(*) > 0) from unit_accounts a"
                                + " join buildings b on b.id = a.building_id where b.name like 'smoke-%'"),
                smoke.output());
        assertEquals(
                "0",
                Sql.one(stack, "select count(*) from tenants where slug like 'smoke-%' and status <> 'CLOSED'"),
                smoke.output());
        assertEquals(
                "0",
                Sql.one(stack, "select count(*) from buildings where name like 'smoke-%' and archived_at is null"),
                smoke.output());
    }

    @Test
    void changesNothingInReadOnlyMode(TestStack stack) throws Exception {
        DemoTenants.of(stack);
        String rows = "select (select count(*) from buildings) + (select count(*) from charges)"
                + " + (select count(*) from documents) + (select count(*) from tickets) + (select count(*) from tenants)";
        String before = Sql.one(stack, rows);
        Servers.Outcome smoke = run(stack, everybody(), "--read-only");
        assertEquals(0, smoke.status(), smoke.output());
        assertEquals(before, Sql.one(stack, rows));
    }

    @Test
    void logsInWithASecondFactor(TestStack stack) throws Exception {
        Visitor owner = Visitor.owner(stack);
        String secret = SecondFactorIT.enrol(owner);
        String code = SecondFactorIT.code(secret, Instant.now().getEpochSecond() / 30 - 1);
        SecondFactorIT.confirm(owner, code).then().statusCode(200);

        Map<String, String> accounts = new HashMap<>(member(owner));
        Servers.Outcome refused = run(stack, accounts, "--read-only");
        assertEquals(1, refused.status(), refused.output());
        assertTrue(refused.output().contains("SECOND_FACTOR_REQUIRED"), refused.output());

        accounts.put("SMOKE_TOTP_SECRET", secret);
        Servers.Outcome smoke = run(stack, accounts, "--read-only");
        assertEquals(0, smoke.status(), smoke.output());
    }

    private Servers.Outcome run(TestStack stack, Map<String, String> accounts, String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of(JAVA, "-jar", OPERATOR, "smoke", "--url", stack.base().toString()));
        command.addAll(List.of(options));
        return Servers.run(folder, accounts, command);
    }

    private static Map<String, String> everybody() {
        Map<String, String> accounts = new HashMap<>();
        Map.of(
                        "SMOKE_",
                        "owner.a",
                        "SMOKE_RESIDENT_",
                        "resident.a",
                        "SMOKE_STRANGER_",
                        "owner.b",
                        "SMOKE_ADMIN_",
                        "superadmin")
                .forEach((prefix, name) -> {
                    accounts.put(prefix + "EMAIL", name + "@example.com");
                    accounts.put(prefix + "PASSWORD", "Demo-Building-2026!");
                });
        return accounts;
    }

    private static Map<String, String> member(Visitor visitor) {
        return Map.of("SMOKE_EMAIL", visitor.email(), "SMOKE_PASSWORD", Visitor.PASSWORD);
    }
}
