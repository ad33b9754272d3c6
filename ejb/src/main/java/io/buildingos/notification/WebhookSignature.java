package io.buildingos.notification;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook's signature, as Svix makes it: HMAC-SHA256 over id, timestamp and body, with the secret behind {@code whsec_}.
 *
 * @param signatures one or several, each behind its version, separated by spaces
 */
public record WebhookSignature(String id, String timestamp, String signatures) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    /** Old ones are refused too, or a report could be played again for ever. */
    void require(String secret, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null || !isFresh(now)) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        byte[] expected = sign(secret, body);
        boolean signed = Arrays.stream(signatures.split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .anyMatch(signature -> MessageDigest.isEqual(
                        expected, signature.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII)));
        if (!signed) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
    }

    private boolean isFresh(Instant now) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException malformed) {
            return false;
        }
    }

    private byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
