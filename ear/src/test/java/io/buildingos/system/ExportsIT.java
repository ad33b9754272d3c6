package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

@SystemTest
class ExportsIT {
    private static final List<String> TABLES = List.of("charges", "payments", "ledger", "tickets", "people");
    private static final int MANY = 200_000;
    private static final int LITTLE = 8_192;

    @Test
    void aCellThatBeginsLikeAFormulaIsText(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        for (String start : List.of("=", "+", "-", "@")) {
            home.ticket(start + "cmd|' /C calc'!A0");
        }
        home.company()
                .execute(
                        "update tickets set title = chr(9) || title where tenant_id = ? and title like '@%'",
                        home.company().id());
        String csv = taken(home.owner(), "tickets", "csv").asString();
        for (String start : List.of("=", "+", "-", "\t@")) {
            assertTrue(csv.contains(",'" + start + "cmd"), csv);
        }
        String sheet = sheet(taken(home.owner(), "tickets", "xlsx"));
        assertTrue(sheet.contains("=cmd"), sheet);
        assertFalse(sheet.contains(">=cmd") || sheet.contains("<f>"), sheet);
    }

    @Test
    void everyTableHoldsWhatIsThereInBothFormats(TestStack stack) throws Exception {
        Neighbourhood home = filled(stack);
        for (String table : TABLES) {
            Response csv = taken(home.owner(), table, "csv");
            assertTrue(csv.contentType().startsWith("text/csv"), csv.contentType());
            assertTrue(csv.header("Content-Disposition")
                    .matches("attachment; filename=\"" + table + "-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
            long rows = csv.asString().lines().count();
            assertTrue(rows > 1, table + ": " + csv.asString());
            assertEquals(rows, sheet(taken(home.owner(), table, "xlsx")).split("<row ", -1).length - 1, table);
        }
        assertTrue(taken(home.owner(), "charges", "csv").asString().contains(",Fee,2026-10-10,12.34,12.34,,EUR"));
        assertTrue(taken(home.owner(), "ledger", "csv").asString().contains(",-12.34,0.00,EUR"));
        home.owner().get("/audit?action=export.downloaded&limit=200").then().body("items", hasSize(12));
    }

    @Test
    void anotherBuildingTenantOrRoleGetsNothing(TestStack stack) throws Exception {
        Neighbourhood home = filled(stack);
        Actor elsewhere = home.company().member("OPERATOR", home.elsewhere());
        Actor stranger = Company.on(stack, "PRO").owner();
        for (String table : TABLES) {
            long all = taken(home.owner(), table, "csv").asString().lines().count();
            assertEquals(
                    all, taken(home.operator(), table, "csv").asString().lines().count(), table);
            assertEquals(1, taken(elsewhere, table, "csv").asString().lines().count(), table);
            assertEquals(1, taken(stranger, table, "csv").asString().lines().count(), table);
            home.resident().get("/exports/" + table).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        }
    }

    @Test
    void isAFeatureOfThePlan(TestStack stack) throws Exception {
        Actor free = Company.on(stack, "FREE").owner();
        for (String table : TABLES) {
            free.get("/exports/" + table).then().statusCode(403).body("code", equalTo("FEATURE_NOT_AVAILABLE"));
        }
        Actor paying = Company.on(stack, "BASIC").owner();
        taken(paying, "people", "csv");
        paying.get("/exports/people?format=pdf").then().statusCode(400);
    }

    @Test
    void theFirstBytesComeBeforeTheLastRowIsRead(TestStack stack) throws Exception {
        Company company = Company.on(stack, "ENTERPRISE");
        company.execute(
                "insert into people (id, version, tenant_id, name, name_key, created_at)"
                        + " select gen_random_uuid(), 0, ?, rpad('Ana ' || n, 110, 'x'), 'ana ' || n, now()"
                        + " from generate_series(1, ?) n",
                company.id(),
                MANY);
        try (Socket socket = new Socket()) {
            // Else as much fits between the two as there is, and all is read before anybody looks.
            socket.setReceiveBufferSize(32 * LITTLE);
            socket.connect(
                    new InetSocketAddress(stack.base().getHost(), stack.base().getPort()));
            // Of 1.0, so that the body comes as it is.
            socket.getOutputStream()
                    .write("GET /api/v1/exports/people HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(company.owner().token())
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            byte[] first = answer.readNBytes(LITTLE);
            String said = new String(first, StandardCharsets.UTF_8);
            assertTrue(said.matches("(?s)HTTP/1.. 200 .*\r\n\r\nid,name,email,phone,archived\r?\n.*Ana 1.*"), said);
            assertEquals(
                    "1",
                    Sql.one(
                            stack,
                            "select count(*) from pg_stat_activity where state in ('active', 'idle in transaction')"
                                    + " and query like '%from people p%' and pid <> pg_backend_pid()"));
            long head = said.substring(0, said.indexOf("\r\n\r\n") + 4).lines().count();
            assertEquals(MANY + 1L, lines(first) + lines(answer) - head);
        }
    }

    private static Neighbourhood filled(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Ledgers.charge(home.owner(), home.unit(), "Fee", 1_234);
        Ledgers.approved(home.owner(), home.unit(), 1_234, "transfer");
        home.ticket("Lift");
        return home;
    }

    private static Response taken(Actor actor, String table, String format) {
        Response answer = actor.get("/exports/" + table + "?format=" + format);
        answer.then().statusCode(200);
        return answer;
    }

    /** By its directory, as programs for spreadsheets do: its sizes come after its entries. */
    private static String sheet(Response workbook) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        try {
            Files.write(file, workbook.asByteArray());
            try (var zip = new ZipFile(file.toFile());
                    InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long lines(byte[] bytes) {
        long lines = 0;
        for (byte one : bytes) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static long lines(InputStream body) throws IOException {
        byte[] buffer = new byte[65_536];
        long lines = 0;
        for (int read = body.read(buffer); read > 0; read = body.read(buffer)) {
            lines += lines(java.util.Arrays.copyOf(buffer, read));
        }
        return lines;
    }
}
