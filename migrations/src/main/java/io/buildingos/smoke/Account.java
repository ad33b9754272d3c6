package io.buildingos.smoke;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who logs in: from environment variables or the files they name, since what stands on a command line is seen by
 * everybody on the machine.
 */
public final class Account {
    private static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String email;
    private final String password;
    private final String totpSecret;
    private final String totpCode;

    private Account(Map<String, String> variables, String prefix) {
        email = variables.get(prefix + "EMAIL");
        password = value(variables, prefix + "PASSWORD").orElse(null);
        totpSecret = value(variables, prefix + "TOTP_SECRET").orElse(null);
        totpCode = variables.get(prefix + "TOTP_CODE");
    }

    /** Empty, where no address is given; a half-given account is an error. */
    public static Optional<Account> of(Kind kind, Map<String, String> variables) {
        Account account = new Account(variables, kind.prefix);
        if (account.email == null || account.email.isBlank()) {
            return Optional.empty();
        }
        if (account.password == null) {
            throw new IllegalArgumentException(kind.prefix + "PASSWORD or " + kind.prefix + "PASSWORD_FILE is missing");
        }
        return Optional.of(account);
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        String direct = variables.getOrDefault(name, "");
        String file = variables.getOrDefault(name + "_FILE", "");
        if (!direct.isBlank() || file.isBlank()) {
            return Optional.of(direct).filter(given -> !given.isBlank());
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(name + "_FILE names a file that can't be read: " + file, unreadable);
        }
    }

    String logIn(Instant now) {
        String code = code(now);
        return "{\"email\":" + Answer.quoted(email) + ",\"password\":" + Answer.quoted(password)
                + (code == null ? "" : ",\"code\":" + Answer.quoted(code)) + ",\"tokenDelivery\":\"BODY\"}";
    }

    private String code(Instant now) {
        return totpSecret == null ? totpCode : codeOf(decoded(totpSecret), now);
    }

    /** RFC 6238, as authenticator apps do it: HMAC-SHA-1, 30 seconds, six digits. */
    static String codeOf(byte[] secret, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(now.getEpochSecond() / STEP_SECONDS)
                    .array());
            int offset = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }

    /** Base 32, as it stands in an otpauth address. */
    static byte[] decoded(String text) {
        String digits = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(digits.length() * 5 / 8);
        long bits = 0;
        int held = 0;
        for (int index = 0; index < digits.length(); index++) {
            int value = BASE32.indexOf(digits.charAt(index));
            if (value < 0) {
                throw new IllegalArgumentException("a TOTP secret holds the letters A to Z and the digits 2 to 7");
            }
            bits = bits << 5 | value;
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.put((byte) (bits >> held));
            }
        }
        return bytes.array();
    }

    /** Whose account, and which variables hold it. */
    public enum Kind {
        /** An owner or administrator of the company in which it is tried. */
        MEMBER("SMOKE_"),
        /** Somebody who only lives in that company's buildings. */
        RESIDENT("SMOKE_RESIDENT_"),
        /** An owner or administrator of another company. */
        STRANGER("SMOKE_STRANGER_"),
        SUPER_ADMIN("SMOKE_ADMIN_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String shown() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        String missing() {
            return prefix + "EMAIL is not set";
        }
    }
}
