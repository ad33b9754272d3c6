package io.buildingos.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Mail through a provider that is down for a while, and a server that is killed in the middle: on a stack of its own. */
@Order(Integer.MAX_VALUE - 3)
class MailDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static ProviderPeer provider;
    private static TestStack stack;

    @BeforeAll
    static void start() throws Exception {
        provider = new ProviderPeer();
        stack = TestStack.startUnwatched(
                "mail-stack",
                Map.of(
                        "MAIL_PROVIDER", "resend",
                        "MAIL_FROM", "BuildingOS <noreply@example.com>",
                        "RESEND_API_KEY", "re_0123456789",
                        "RESEND_BASE_URL", provider.address(),
                        "RESEND_WEBHOOK_SECRET", Webhooks.SECRET));
    }

    @AfterAll
    static void stop() {
        stack.close();
        provider.close();
    }

    @Test
    void whatWaitedWhileTheProviderWasDownArrivesOnce() throws Exception {
        provider.become(ProviderPeer.Mood.DOWN);
        Actor owner = Company.on(stack, "PRO").owner();
        for (int number = 0; number < 5; number++) {
            invite(owner, "waits-" + number + "-" + owner.userId());
        }
        Eventually.until(PATIENCE, () -> count("outcome = 'FAILED'"), failed -> failed >= 5);
        provider.become(ProviderPeer.Mood.UP);
        Eventually.until(PATIENCE, () -> taken("waits-", owner), arrived -> arrived == 5);
        Eventually.until(PATIENCE, MailDeliveryIT::pending, waiting -> waiting == 0);
        assertEquals(5, taken("waits-", owner));
    }

    @Test
    void theJobDeliversWhatIsDueAndSaysWhatItCameTo() throws Exception {
        provider.become(ProviderPeer.Mood.DOWN);
        Actor owner = Company.on(stack, "PRO").owner();
        invite(owner, "job-" + owner.userId());
        Eventually.until(PATIENCE, () -> failures("job-" + owner.userId()), failed -> failed >= 1);
        provider.become(ProviderPeer.Mood.UP);
        stack.awaitIdle("mail-delivery");
        stack.runJob("mail-delivery");
        Actor platform = Company.superAdmin(stack);
        platform.get("/platform/jobs/mail-delivery")
                .then()
                .body("lastExecution.status", equalTo("COMPLETED"), "schedule.cron", equalTo("*/5 * * * *"));
        Eventually.until(PATIENCE, () -> taken("job-", owner), arrived -> arrived == 1);
    }

    private static int failures(String recipient) {
        return Integer.parseInt(Sql.one(
                stack,
                "select count(*) from mail_attempts a join mail_outbox m on m.id = a.mail_id"
                        + " where a.outcome = 'FAILED' and m.recipient like ?",
                recipient + "%"));
    }

    @Test
    void aServerKilledBetweenSendingAndNotingItLosesAndDoublesNothing() throws Exception {
        Actor owner = Company.on(stack, "PRO").owner();
        int before = provider.requests().size();
        provider.become(ProviderPeer.Mood.SILENT);
        for (int number = 0; number < 3; number++) {
            invite(owner, "killed-" + number + "-" + owner.userId());
        }
        Eventually.until(PATIENCE, () -> provider.requests().size(), requests -> requests > before);
        stack.killServer();
        provider.become(ProviderPeer.Mood.UP);
        stack.restartServer();
        Eventually.until(PATIENCE, MailDeliveryIT::pending, waiting -> waiting == 0);
        assertEquals(3, taken("killed-", owner));
        var asked = provider.requests().subList(before, provider.requests().size());
        assertEquals(3, new HashSet<>(asked).size(), "each under a key of its own, however often it is sent");
        assertEquals(4, asked.size(), "only the one in hand was sent again");
    }

    @Test
    void whatTheProviderRefusesIsDeadUntilSomebodyTriesItAnew() throws Exception {
        provider.become(ProviderPeer.Mood.UP);
        Actor owner = Company.on(stack, "PRO").owner();
        String name = "refused-" + owner.userId();
        provider.refuse(name);
        invite(owner, name);
        Actor platform = Company.superAdmin(stack);
        String path = "/platform/mail?recipient=" + name + "@example.com";
        Eventually.until(PATIENCE, () -> platform.get(path).<String>path("items[0].status"), "DEAD"::equals);
        String mail = platform.get(path).path("items[0].id");
        platform.get("/platform/mail/" + mail).then().body("log.outcome", equalTo(java.util.List.of("REFUSED")));
        owner.get("/platform/mail/" + mail).then().statusCode(403);
        owner.post("/platform/mail/" + mail + "/retry").then().statusCode(403);
        provider.forgive(name);
        platform.post("/platform/mail/" + mail + "/retry")
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"));
        Eventually.until(PATIENCE, () -> platform.get(path).<String>path("items[0].status"), "SENT"::equals);
        platform.post("/platform/mail/" + mail + "/retry").then().statusCode(409);
    }

    @Test
    void anAddressThatBouncedGetsNoMore() throws Exception {
        provider.become(ProviderPeer.Mood.UP);
        Actor owner = Company.on(stack, "PRO").owner();
        String address = "gone-" + owner.userId();
        invite(owner, address);
        Actor platform = Company.superAdmin(stack);
        String path = "/platform/mail?recipient=" + address + "@example.com";
        Eventually.until(PATIENCE, () -> platform.get(path).<String>path("items[0].status"), "SENT"::equals);
        String report = """
                {"type":"email.bounced","data":{"email_id":"re-%s","bounce":{"message":"No such mailbox"}}}""".formatted(platform.get(path).<String>path("items[0].id"));
        assertEquals(401, Webhooks.forged(stack, report).statusCode());
        assertEquals(204, Webhooks.signed(stack, report).statusCode());
        assertEquals(204, Webhooks.signed(stack, report).statusCode(), "a report may come twice");
        platform.get(path).then().body("items[0].status", equalTo("BOUNCED"));
        Company other = Company.on(stack, "PRO");
        invite(other.owner(), address);
        Eventually.until(PATIENCE, () -> platform.get(path).<String>path("items[0].status"), "SUPPRESSED"::equals);
        platform.get("/platform/mail/suppressions?limit=200")
                .then()
                .body("items.address", hasItem(address + "@example.com"));
    }

    private static void invite(Actor owner, String name) {
        owner.post("/invitations", "{\"email\":\"%s@example.com\",\"role\":\"OPERATOR\"}", name)
                .then()
                .statusCode(201);
    }

    private static long taken(String prefix, Actor owner) {
        return provider.taken().values().stream()
                .filter(body -> body.contains("\"" + prefix) && body.contains(owner.userId() + "@example.com"))
                .count();
    }

    private static int count(String condition) {
        return Integer.parseInt(Sql.one(stack, "select count(*) from mail_attempts where " + condition));
    }

    private static int pending() {
        return Integer.parseInt(Sql.one(stack, "select count(*) from mail_outbox where status = 'PENDING'"));
    }
}
