package io.buildingos.notification;

import io.buildingos.kernel.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What a notification says, in one language. */
public record Notice(String title, String body) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BODY = 6_000;
    private static final Map<String, Properties> WORDS = read();

    /** Says it plainly. */
    public static Notice of(NotificationType type, String locale, Map<String, ?> words) {
        return of(type, Wording.PLAIN, locale, words);
    }

    /**
     * Says it.
     *
     * @param words texts, of which one that has a word of its own in the language, as {@code status.OPEN}, is said by that;
     *     amounts of money; and days
     */
    static Notice of(NotificationType type, Wording wording, String locale, Map<String, ?> words) {
        Properties texts = WORDS.get(MailTexts.language(locale));
        Map<String, String> said = new HashMap<>();
        words.forEach((name, value) -> said.put(name, said(name, value, texts, Locale.forLanguageTag(locale))));
        String key = wording == Wording.PLAIN ? type.name() : type + "." + wording;
        return new Notice(
                shortened(MailTexts.filled(texts.getProperty(key + ".title"), said), LONGEST_TITLE),
                shortened(MailTexts.filled(texts.getProperty(key + ".body"), said), LONGEST_BODY));
    }

    private static String said(String name, Object value, Properties texts, Locale locale) {
        if (value instanceof Money amount) {
            return amount.said(locale);
        }
        if (value instanceof LocalDate day) {
            return day.format(
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
        }
        return texts.getProperty(name + "." + value, (String) value);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static Map<String, Properties> read() {
        Map<String, Properties> words = new HashMap<>();
        for (String language : MailTexts.LANGUAGES) {
            try (Reader in = new InputStreamReader(
                    Notice.class.getResourceAsStream("notices_" + language + ".properties"), StandardCharsets.UTF_8)) {
                Properties texts = new Properties();
                texts.load(in);
                words.put(language, texts);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return Map.copyOf(words);
    }
}
