package io.buildingos.system;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class ReceiptsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void isMailedOnceToWhoeverPaid(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        Actor resident = ChargesIT.livingIn(company, owner, unit);
        String address = resident.userId() + "@example.com";
        UUID payment = Ledgers.id(Ledgers.pay(resident, unit, 1_250, "x"));
        String receipt = owner.post("/payments/" + payment + "/approve", "{}").path("receiptId");
        stack.runJob("receipts");
        List<String> subjects = Eventually.until(PATIENCE, () -> subjects(stack, address), found -> !found.isEmpty());
        resident.get("/receipts/" + receipt).then().statusCode(200).body("deliveredAt", notNullValue());
        UUID second = Ledgers.id(Ledgers.pay(resident, unit, 1_251, "y"));
        owner.post("/payments/" + second + "/approve", "{}").then().statusCode(200);
        stack.runJob("receipts");
        subjects = Eventually.until(PATIENCE, () -> subjects(stack, address), found -> found.size() > 1);
        assertEquals(2, subjects.size());
        assertTrue(subjects.get(0).contains("-000001") && subjects.get(1).contains("-000002"), subjects::toString);
    }

    /** Of a payment that the office entered; whoever reported it hears of its approval, and that leads to the receipt. */
    @Test
    void isToldToWhomItIsMailedUnlessTheyWereToldOfTheApproval(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        UUID entered = Ledgers.approved(home.owner(), home.unit(), 600_000, "x");
        UUID reported = Ledgers.approved(home.owner(), home.resident(), home.unit(), 700_000, "y");
        Sql.change(
                stack,
                "update users set locale = 'es' where id = ?",
                home.resident().userId());
        stack.runJob("receipts");
        stack.runJob("receipts");
        String number = home.owner().get("/payments/" + entered).path("receiptNumber");
        home.resident()
                .get("/notifications")
                .then()
                .body("items.title", contains("Recibo " + number, "Payment approved: EUR 7,000.00"))
                .body("items[0].body", equalTo("Este es el recibo " + number + " por EUR 6.000,00, unidad 1."))
                .body("items[0].subjectType", equalTo("payment"), "items[0].subjectId", equalTo(entered.toString()));
        home.resident().get("/payments/" + reported).then().body("receiptNumber", notNullValue());
        assertEquals("2", Notices.mailsTo(stack, home.resident(), "RECEIPT"));
        assertEquals("0", Notices.mailsTo(stack, home.resident(), "NOTIFICATION"));
        String address = home.resident().userId() + "@example.com";
        List<String> mails = Eventually.until(PATIENCE, () -> Mails.to(stack, address), found -> found.size() > 1);
        assertTrue(mails.stream().anyMatch(mail -> mail.contains("/payments/" + entered)), mails::toString);
        assertTrue(mails.stream().allMatch(mail -> mail.contains("Su recibo")), mails::toString);
    }

    @Test
    void comesAsItsReaderPrefers(TestStack stack) throws Exception {
        Neighbourhood home = Neighbourhood.on(stack);
        Actor resident = home.resident();
        Notices.prefer(resident, "RECEIPT_ISSUED", true, false);
        Ledgers.approved(home.owner(), home.unit(), 100, "x");
        stack.runJob("receipts");
        assertEquals(1, Notices.titles(resident).size());
        assertEquals("0", Notices.mailsTo(stack, resident, "RECEIPT"));
        Notices.prefer(resident, "RECEIPT_ISSUED", false, true);
        Ledgers.approved(home.owner(), home.unit(), 200, "y");
        stack.runJob("receipts");
        assertEquals(1, Notices.titles(resident).size());
        assertEquals("1", Notices.mailsTo(stack, resident, "RECEIPT"));
        Notices.prefer(resident, "RECEIPT_ISSUED", true, true);
        Notices.prefer(resident, "PAYMENT_APPROVED", false, false);
        Ledgers.approved(home.owner(), resident, home.unit(), 300, "z");
        stack.runJob("receipts");
        assertEquals(2, Notices.titles(resident).size());
    }

    @Test
    void isKeptOnceAmongTheDocumentsOfTheUnit(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID tower = owner.building("Tower");
        UUID unit = owner.unit(tower, "1");
        Actor resident = ChargesIT.livingIn(company, owner, unit);
        Actor neighbour = ChargesIT.livingIn(company, owner, owner.unit(tower, "2"));
        for (String reference : List.of("x", "y", "z")) {
            Ledgers.approved(owner, unit, 1_250, reference);
        }
        stack.runJob("receipts");
        stack.runJob("receipts");
        resident.get("/documents?category=RECEIPT").then().body("items", hasSize(3));
        neighbour.get("/documents?category=RECEIPT").then().body("items", hasSize(0));
        String receipt = resident.get("/receipts").path("items[0].id");
        String document = resident.get("/receipts/" + receipt).path("documentId");
        byte[] kept = TestFiles.content(resident, UUID.fromString(document), Map.of())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertArrayEquals(kept, resident.get("/receipts/" + receipt + "/pdf").asByteArray());
        owner.delete("/documents/" + document, 0).then().statusCode(409);
    }

    @Test
    void oneThatCantBeMadeIsPassedByAndTriedAgain(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        UUID broken = Ledgers.approved(owner, unit, 1_250, "x");
        UUID sound = Ledgers.approved(owner, unit, 1_251, "y");
        method(company, broken, "BARTER");
        stack.runJob("receipts");
        String receipt = "/receipts/" + owner.get("/payments/" + sound).path("receiptId");
        owner.get(receipt).then().statusCode(200).body("deliveredAt", notNullValue());
        String waiting =
                Sql.one(stack, "select id from receipts where payment_id = ? and delivered_at is null", broken);
        Actor platform = Company.superAdmin(stack);
        String run = platform.get("/platform/executions?job=receipts&limit=1")
                .path("items[0].id")
                .toString();
        platform.get("/platform/executions/" + run)
                .then()
                .body("status", equalTo("COMPLETED"), "exitStatus", equalTo("FINDINGS"));
        String told =
                platform.get("/platform/executions/" + run + "/log?limit=200").asString();
        assertTrue(told.contains(waiting), told);
        method(company, broken, "TRANSFER");
        company.execute("alter table payments validate constraint payments_method_check");
        stack.runJob("receipts");
        owner.get("/receipts/" + waiting).then().statusCode(200).body("deliveredAt", notNullValue());
    }

    /** As no operation could: a payment is frozen, and there is no such method. */
    private static void method(Company company, UUID payment, String method) throws Exception {
        company.execute("alter table payments disable trigger payments_keep;"
                + "alter table payments drop constraint payments_method_check;"
                + "update payments set method = '" + method + "' where id = '" + payment + "';"
                + "alter table payments enable trigger payments_keep;"
                + "alter table payments add constraint payments_method_check"
                + " check (method in ('TRANSFER', 'CASH', 'CARD', 'ONLINE')) not valid");
    }

    @Test
    void isOnPaperInTheTenantsLanguage(TestStack stack) throws Exception {
        Company company = Company.on(stack, "PRO");
        company.execute("update tenants set locale = 'es-AR' where id = ?", company.id());
        Actor owner = company.owner();
        UUID unit = owner.unit(owner.building("Tower"), "1");
        Ledgers.charge(owner, unit, "Expensas", 1_000);
        UUID payment = Ledgers.approved(owner, unit, 1_250, "x");
        String receipt = owner.get("/payments/" + payment).path("receiptId");
        byte[] pdf = owner.get("/receipts/" + receipt + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.ISO_8859_1));
        Company.on(stack, "PRO")
                .owner()
                .get("/receipts/" + receipt + "/pdf")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private static List<String> subjects(TestStack stack, String address) {
        return stack.mails().stream()
                .filter(mail -> isTo(mail, address))
                .map(ReceiptsIT::subject)
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
