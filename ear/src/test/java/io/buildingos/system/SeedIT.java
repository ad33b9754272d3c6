package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@SystemTest
class SeedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> TABLES = List.of(
            "memberships",
            "membership_roles",
            "buildings",
            "units",
            "people",
            "occupancies",
            "documents",
            "document_revisions",
            "unit_accounts",
            "charges",
            "payments",
            "allocations",
            "ledger_entries",
            "receipts",
            "receipt_counters",
            "tickets",
            "ticket_numbers",
            "ticket_comments",
            "ticket_events",
            "ticket_attachments",
            "vendors",
            "vendor_services",
            "quotes",
            "work_orders",
            "announcements",
            "announcement_targets",
            "announcement_receipts",
            "notification_preferences",
            "notifications",
            "support_tickets",
            "support_messages");

    /** Two tenants, their units, and of each its files, the three acts of every building's month, and its months of work. */
    static final int ALL_ITEMS = 2 + 2 * 3 * 4 + 2 * (8 + 6 * 3 * 3 + 6);

    private static final String SEEDED = "from %s x join tenants t on t.id = x.tenant_id where t.slug like 'tenant-_'";

    @Test
    void writesSomethingOfEverythingAndChangesNothingWhenItRunsTwice(TestStack stack) throws Exception {
        stack.runJob("seed");
        Map<String, String> once = rows(stack);
        once.forEach((table, rows) -> assertFalse(rows.startsWith("0 "), table));
        stack.runJob("seed");
        assertEquals(once, rows(stack));
        assertEquals("2", Sql.one(stack, "select count(*) from tenants where slug in ('tenant-a', 'tenant-b')"));
    }

    @Test
    void leavesADayOfWorkToItsUsers(TestStack stack) {
        stack.runJob("seed");
        Visitor owner = demo(stack, "owner.b");
        owner.get("/payments?status=SUBMITTED").then().body("items", hasSize(greaterThan(3)));
        owner.get("/charges?overdue=true").then().body("items", hasSize(greaterThan(3)));
        owner.get("/tickets?status=OPEN").then().body("items", hasSize(greaterThan(0)));
        owner.get("/tickets?escalated=true").then().body("items.priority", hasItem("URGENT"));
        owner.get("/announcements").then().body("items.status", hasItems("SENT", "SCHEDULED", "DRAFT"));
        owner.get("/support-tickets").then().body("items.status", hasItems("OPEN", "ANSWERED", "CLOSED"));
        demo(stack, "admin.b").get("/notifications?unread=true").then().body("items.type", hasItem("TICKET_ESCALATED"));
        YearMonth current = YearMonth.now(ZoneId.of("Europe/Madrid"));
        for (int back = 0; back < 6; back++) {
            YearMonth month = current.minusMonths(back);
            owner.get("/reports/finance?from=%s&to=%s".formatted(month.atDay(1), month.atEndOfMonth()))
                    .then()
                    .statusCode(200)
                    .body("currencies[0].charged.amountMinor", greaterThan(100_000));
        }
    }

    @Test
    void theResidentHasPaidUntilNowAndWaitsForTheReview(TestStack stack) {
        stack.runJob("seed");
        Visitor resident = demo(stack, "resident.b");
        Response waiting = resident.get("/payments?status=SUBMITTED");
        waiting.then().body("items", hasSize(1), "items[0].proofDocumentId", notNullValue());
        resident.get("/payments?status=APPROVED").then().body("items", hasSize(greaterThan(3)));
        resident.get("/charges?overdue=false&status=PAID").then().body("items", hasSize(greaterThan(3)));
        resident.get("/tickets").then().body("items", hasSize(greaterThan(3)));
        resident.get("/notifications?unread=false")
                .then()
                .body(
                        "items.type",
                        hasItems(
                                "TICKET_COMMENTED",
                                "TICKET_MOVED",
                                "CHARGE_PUBLISHED",
                                "PAYMENT_APPROVED",
                                "ANNOUNCEMENT"));
        byte[] paper = resident.get("/receipts/" + resident.get("/receipts").path("items[0].id") + "/pdf")
                .asByteArray();
        assertEquals("%PDF-", new String(paper, 0, 5, StandardCharsets.US_ASCII));
    }

    @Test
    void itsFilesAreInTheStoreAsTheRowsSay(TestStack stack) throws Exception {
        stack.runJob("seed");
        Visitor owner = demo(stack, "owner.b");
        List<Map<String, Object>> files = owner.get("/documents?limit=200").path("items");
        assertTrue(files.size() >= 8, files.toString());
        for (Map<String, Object> file : files) {
            byte[] content =
                    owner.get("/documents/" + file.get("id") + "/content").asByteArray();
            assertEquals(((Number) file.get("size")).intValue(), content.length);
            assertEquals(
                    file.get("sha256"),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
    }

    @Test
    void sharesOfEverySeededBuildingSumToOne(TestStack stack) {
        stack.runJob("seed");
        assertEquals(
                "0",
                Sql.one(
                        stack,
                        "select count(*) from (select 1 " + SEEDED.formatted("units")
                                + " group by building_id having sum(share) <> 1) wrong"));
    }

    @Test
    void everyRoleOfTheDemonstrationLogsInAndSeesItsOwn(TestStack stack) {
        stack.runJob("seed");
        for (String role : List.of("owner", "admin", "operator")) {
            demo(stack, role + ".a")
                    .get("/buildings")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.name",
                            hasItems("Avenida Corrientes 100", "Avenida Santa Fe 120", "Calle Florida 110"));
        }
        Visitor resident = demo(stack, "resident.b");
        resident.get("/buildings").then().statusCode(200).body("items", hasSize(1));
        demo(stack, "superadmin").get("/platform/jobs").then().statusCode(200);
    }

    @Test
    void tellsTheSuperAdminHowALaunchedJobFares(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        stack.awaitIdle("seed");
        Response launched = platform.post("/platform/jobs/seed/executions", "{\"parameters\":{\"units\":\"4\"}}");
        launched.then()
                .statusCode(202)
                .header("Location", endsWith("/api/v1/platform/executions/" + launched.path("id")))
                .body("parameters.units", equalTo("4"), "parameters.tenants", equalTo("2"));
        String execution = "/platform/executions/" + launched.path("id");
        Eventually.until(PATIENCE, () -> platform.get(execution).path("status"), "COMPLETED"::equals);
        platform.get(execution)
                .then()
                .body("steps.name", contains("tenants", "units", "shares", "documents", "books", "work"))
                .body("steps.status", everyItem(equalTo("COMPLETED")))
                .body("steps[1].readCount", equalTo(2 * 3 * 4), "steps[1].partitions", hasSize(2))
                .body("progress.done", equalTo(ALL_ITEMS), "progress.total", equalTo(ALL_ITEMS))
                .body("door", equalTo("API"), "error", nullValue())
                .body("steps.failure", everyItem(nullValue()));
        platform.post(execution + "/restart").then().statusCode(409).body("code", equalTo("ILLEGAL_STATE_CHANGE"));
        platform.get("/platform/executions?job=seed&limit=1")
                .then()
                .body("items", hasSize(1), "items[0].id", greaterThan(0));
        platform.get("/platform/executions?colour=red").then().statusCode(400);
        platform.get("/platform/executions/999999999").then().statusCode(404);
    }

    @Test
    void namesEveryBrokenParameter(TestStack stack) throws Exception {
        Company.superAdmin(stack)
                .post("/platform/jobs/seed/executions", "{\"parameters\":{\"tenants\":\"0\",\"colour\":\"red\"}}")
                .then()
                .statusCode(422)
                .body("violations.field", containsInAnyOrder("parameters.tenants", "parameters.colour"));
    }

    @Test
    void leavesJobsToTheSuperAdmin(TestStack stack) throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        owner.get("/platform/jobs").then().statusCode(403);
        owner.post("/platform/jobs/seed/executions", "{}").then().statusCode(403);
        owner.get("/platform/executions").then().statusCode(403);
        Visitor.stranger(stack).get("/platform/executions/1").then().statusCode(401);
    }

    private static Visitor demo(TestStack stack, String name) {
        String email = name + "@example.com";
        Visitor visitor = new Visitor(stack, email);
        visitor.login(Body.of("email", email, "password", "Demo-Building-2026!", "tokenDelivery", "BODY"))
                .then()
                .statusCode(200);
        return visitor;
    }

    /** How many rows the seeded tenants have in each table. */
    static Map<String, String> counts(Connection connection) throws SQLException {
        return ofEachTable(connection, "count(*)");
    }

    /** The same, and what is in them. */
    private static Map<String, String> rows(TestStack stack) throws SQLException {
        return ofEachTable(
                stack.asApplication(),
                "count(*) || ' ' || coalesce(md5(string_agg(md5(x::text), '' order by md5(x::text))), '')");
    }

    private static Map<String, String> ofEachTable(Connection connection, String asked) throws SQLException {
        Map<String, String> answers = new TreeMap<>();
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.scope', 'system', false)");
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select " + asked + " " + SEEDED.formatted(table))) {
                    row.next();
                    answers.put(table, row.getString(1));
                }
            }
        }
        return answers;
    }
}
