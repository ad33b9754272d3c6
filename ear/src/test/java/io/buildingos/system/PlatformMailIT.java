package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class PlatformMailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aSuppressedAddressGetsNothingUntilItIsAllowedAgain(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String address = "quiet-" + UUID.randomUUID() + "@example.com";
        String suppression = platform.post(
                        "/platform/mail/suppressions", "{\"address\":\"%s\"}", address.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(201)
                .body("address", equalTo(address), "reason", equalTo("MANUAL"))
                .extract()
                .path("id");
        Actor owner = Company.on(stack, "PRO").owner();
        invite(owner, address);
        String mail = awaited(platform, address, "SUPPRESSED");
        platform.get("/platform/mail/" + mail).then().body("log.outcome", equalTo(List.of("SUPPRESSED")));
        platform.delete("/platform/mail/suppressions/" + suppression, 0).then().statusCode(204);
        platform.post("/platform/mail/" + mail + "/retry").then().statusCode(200);
        awaited(platform, address, "SENT");
        assertEquals(1, Mails.to(stack, address).size());
        platform.get("/platform/mail/" + mail)
                .then()
                .body("log.outcome", equalTo(List.of("SUPPRESSED", "RETRIED", "SENT")));
    }

    @Test
    void aBounceThatAPersonReadsIsRecorded(TestStack stack) throws Exception {
        Actor platform = Company.superAdmin(stack);
        String address = "gone-" + UUID.randomUUID() + "@example.com";
        Actor owner = Company.on(stack, "PRO").owner();
        invite(owner, address);
        String mail = awaited(platform, address, "SENT");
        owner.post("/platform/mail/" + mail + "/bounce", "{\"detail\":\"x\"}")
                .then()
                .statusCode(403);
        platform.post("/platform/mail/" + mail + "/bounce", "{\"detail\":\"No such mailbox\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("BOUNCED"), "lastError", equalTo("No such mailbox"));
        platform.get("/platform/mail/suppressions?limit=200").then().body("items.address", hasItem(address));
    }

    @Test
    void aReportIsBelievedOnlyWithItsSignature(TestStack stack) {
        String report = "{\"type\":\"email.delivered\",\"data\":{\"email_id\":\"of nobody here\"}}";
        assertEquals(401, Webhooks.forged(stack, report).statusCode());
        assertEquals(204, Webhooks.signed(stack, report).statusCode());
    }

    private static void invite(Actor owner, String address) {
        owner.post("/invitations", "{\"email\":\"%s\",\"role\":\"OPERATOR\"}", address)
                .then()
                .statusCode(201);
    }

    private static String awaited(Actor platform, String address, String status) {
        String path = "/platform/mail?recipient=" + address;
        Eventually.until(PATIENCE, () -> platform.get(path).<String>path("items[0].status"), status::equals);
        return platform.get(path).path("items[0].id");
    }
}
