package io.buildingos.identity;

import io.buildingos.kernel.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be a password: 8 to 128 characters, none of those everybody tries first, not one's own address. Nothing is said
 * about digits or signs: rules of composition make passwords alike, not strong (NIST SP 800-63B, ASVS 6.2).
 */
final class PasswordPolicy {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /** @param field of the request, for the violation */
    static void check(String field, String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.invalid(field, "must have %d to %d characters".formatted(SHORTEST, LONGEST));
        }
        String folded = password.strip().toLowerCase(Locale.ROOT);
        if (COMMON.contains(folded)) {
            throw Refusal.invalid(field, "is one of the passwords everybody tries first");
        }
        if (folded.equals(email) || folded.equals(email.substring(0, email.indexOf('@')))) {
            throw Refusal.invalid(field, "must not be the e-mail address");
        }
    }

    private static Set<String> common() {
        try (InputStream in = PasswordPolicy.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
