package io.buildingos.system;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reports as a mail provider sends them. */
final class Webhooks {
    private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);
    static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    private Webhooks() {}

    static HttpResponse<String> signed(TestStack stack, String body) {
        String time = Long.toString(Instant.now().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] signature = mac.doFinal(("msg_1." + time + "." + body).getBytes(StandardCharsets.UTF_8));
            return report(stack, body, time, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static HttpResponse<String> forged(TestStack stack, String body) {
        return report(stack, body, Long.toString(Instant.now().getEpochSecond()), "bm90IG91cnM=");
    }

    private static HttpResponse<String> report(TestStack stack, String body, String time, String signature) {
        return Http.send(
                "POST",
                stack.base().resolve("/api/v1/mail-reports/resend"),
                null,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "svix-id",
                        "msg_1",
                        "svix-timestamp",
                        time,
                        "svix-signature",
                        "v1," + signature),
                body);
    }
}
