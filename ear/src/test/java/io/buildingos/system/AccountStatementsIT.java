package io.buildingos.system;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class AccountStatementsIT {
    @Test
    void theCsvTellsTheAccountAndHoldsNoFormula(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1 A\\\"; x");
        Ledgers.charge(owner, unit, "=HYPERLINK(1)", 100_05);
        Ledgers.approved(owner, unit, 120_00, "a, b");
        var answer = owner.get("/units/" + unit + "/account/statement.csv");
        answer.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("filename=\"statement-1-A-x-"));
        List<String> lines = answer.asString().lines().toList();
        assertEquals("date,kind,description,debit,credit,balance,currency", lines.get(0));
        assertTrue(lines.get(1).endsWith(",CHARGE,'=HYPERLINK(1),100.05,,100.05,EUR"), lines.get(1));
        assertTrue(lines.get(2).endsWith(",PAYMENT,\"a, b\",,120.00,-19.95,EUR"), lines.get(2));
        assertEquals(
                1,
                owner.get("/units/" + unit + "/account/statement.csv?from=2999-01-01")
                        .asString()
                        .lines()
                        .count());
        owner.get("/units/" + unit + "/account/statement.csv?from=x").then().statusCode(400);
        Company.on(stack, "PRO")
                .owner()
                .get("/units/" + unit + "/account/statement.csv")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void thePdfIsOneInBothLanguages(TestStack stack) throws Exception {
        for (String locale : List.of("en", "es-AR")) {
            Company company = Company.on(stack, "PRO");
            company.execute("update tenants set locale = ? where id = ?", locale, company.id());
            Actor owner = company.owner();
            UUID unit = owner.unit(owner.building("Tower"), "1");
            Ledgers.charge(owner, unit, "Expensas", 100_05);
            var answer = owner.get("/units/" + unit + "/account/statement.pdf");
            answer.then().statusCode(200).contentType("application/pdf");
            byte[] pdf = answer.asByteArray();
            assertTrue(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-"));
            assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).contains("%%EOF"));
        }
    }
}
