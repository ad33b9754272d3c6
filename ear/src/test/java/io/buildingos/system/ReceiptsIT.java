package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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
        List<String> subjects = Eventually.until(PATIENCE, () -> subjects(stack, address), found -> !found.isEmpty());
        resident.get("/receipts/" + receipt).then().statusCode(200).body("deliveredAt", notNullValue());
        UUID second = Ledgers.id(Ledgers.pay(resident, unit, 1_251, "y"));
        owner.post("/payments/" + second + "/approve", "{}").then().statusCode(200);
        subjects = Eventually.until(PATIENCE, () -> subjects(stack, address), found -> found.size() > 1);
        assertEquals(2, subjects.size());
        assertTrue(subjects.get(0).contains("-000001") && subjects.get(1).contains("-000002"), subjects::toString);
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
