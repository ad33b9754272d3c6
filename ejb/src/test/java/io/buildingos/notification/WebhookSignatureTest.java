package io.buildingos.notification;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The example of Svix's own documentation. */
class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_400);

    @Test
    void takesWhatTheProviderSigned() {
        var signature = new WebhookSignature(ID, TIME, "v1,bm9uZQ== v2,x " + SIGNATURE);
        assertDoesNotThrow(() -> signature.require(SECRET, BODY, NOW));
    }

    @Test
    void refusesEverythingElse() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        refuses(new WebhookSignature(ID, TIME, SIGNATURE), other, NOW);
        refuses(new WebhookSignature("msg_other", TIME, SIGNATURE), BODY, NOW);
        refuses(new WebhookSignature(ID, "1614265331", SIGNATURE), BODY, NOW);
        refuses(new WebhookSignature(ID, TIME, SIGNATURE), BODY, NOW.plusSeconds(600));
        refuses(new WebhookSignature(null, null, null), BODY, NOW);
        refuses(new WebhookSignature(ID, "x", SIGNATURE), BODY, NOW);
    }

    private static void refuses(WebhookSignature signature, byte[] body, Instant now) {
        assertThrows(Refusal.class, () -> signature.require(SECRET, body, now));
    }
}
