package io.buildingos.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/** What passes for an e-mail address: ASCII, one @, a host with a dot or not; whether it exists only a mail can tell. */
final class EmailAddress {
    static final String PATTERN =
            "\\s*[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?\\s*";
    static final String MESSAGE = "must be an e-mail address";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private EmailAddress() {}

    static boolean isOne(String text) {
        return text.length() <= 254 && COMPILED.matcher(text).matches();
    }

    /** As stored and compared. */
    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
