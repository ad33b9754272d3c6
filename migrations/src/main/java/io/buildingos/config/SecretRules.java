package io.buildingos.config;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Rules for secrets: long enough, and really secret. */
final class SecretRules {
    /** Words of examples and documentation; each too long to turn up in a random value. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "your[-_ ]|change[-_ ]?me|change[-_ ]?this|placeholder|do[-_ ]not[-_ ]use|replace[-_ ]|example|"
                    + "(dev|development|test|staging|production|prod|jwt|my|super|top)[-_ ]secret|secret[-_ ]key|"
                    + "password|0123456789|1234567890|abcdefgh|generated[-_ ]|insert[-_ ]|<[^>]+>",
            Pattern.CASE_INSENSITIVE);

    /** Random hexadecimal of 32 characters has fewer only once in many millions. */
    private static final int LEAST_DISTINCT = 8;

    private SecretRules() {}

    static Rule signingKey() {
        return (value, environment) -> {
            List<String> reasons = new ArrayList<>();
            int least = leastCharacters(environment);
            int length = value.codePointCount(0, value.length());
            if (length < least) {
                reasons.add("must be at least " + least + " characters in " + environment + " (has " + length + ")");
            }
            if (!environment.isDevelopment() && isPlaceholder(value)) {
                reasons.add("must not be a placeholder in " + environment);
            }
            if (!environment.isDevelopment()
                    && length >= least
                    && value.codePoints().distinct().count() < LEAST_DISTINCT) {
                reasons.add("must be random: it repeats a few characters");
            }
            return accepted(value, reasons);
        };
    }

    static Rule given() {
        return (value, environment) -> {
            if (!environment.isDevelopment() && isPlaceholder(value)) {
                throw new Refusal("must not be a placeholder in " + environment);
            }
            return value;
        };
    }

    static Rule encryptionKey() {
        return (value, environment) -> {
            try {
                if (Base64.getDecoder().decode(value).length == 32) {
                    return value;
                }
            } catch (IllegalArgumentException notBase64) {
                // Said below: the decoder's own words quote a character of the key.
            }
            throw new Refusal("must be 32 bytes in Base64, as printed by: openssl rand -base64 32");
        };
    }

    private static String accepted(String value, List<String> reasons) throws Refusal {
        if (reasons.isEmpty()) {
            return value;
        }
        throw new Refusal(reasons);
    }

    private static int leastCharacters(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> 32;
            case STAGING -> 48;
            case PRODUCTION -> 64;
        };
    }

    private static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value).find();
    }
}
