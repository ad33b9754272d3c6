package io.buildingos.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and six digits, as every app knows them. */
final class Totp {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    static final int SECRET_BYTES = 20;

    /** One step to either side, for clocks that differ and people who type slowly. */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), (long) STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    /** RFC 4226, section 5.3: four bytes of the MAC, from where its last nibble points, without the sign bit. */
    static String code(byte[] secret, long step, int digits) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0F;
        int binary = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        long modulus = Math.round(Math.pow(10, digits));
        return ("%0" + digits + "d").formatted(binary % modulus);
    }

    /** The step the code belongs to, if it is close to now and later than the last one used. */
    static OptionalLong matchingStep(byte[] secret, String code, Instant now, long lastUsed) {
        byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            byte[] expected = code(secret, step).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, given) && step > lastUsed) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }
}
