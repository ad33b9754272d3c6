package io.buildingos.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the mails: a file a template and language, its first line the subject, then an empty one. */
final class MailTexts {
    static final String DEFAULT_LANGUAGE = "en";
    static final Set<String> LANGUAGES = Set.of("en", "es");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(\\.{3})?}");

    private MailTexts() {}

    static Text of(MailTemplate template, String locale, Map<String, String> model) {
        String source = read(template.name().toLowerCase(Locale.ROOT) + "_" + language(locale) + ".txt");
        int end = source.indexOf('\n');
        return new Text(
                filled(source.substring(0, end), model),
                filled(source.substring(end).strip() + "\n", model));
    }

    static String language(String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return LANGUAGES.contains(language) ? language : DEFAULT_LANGUAGE;
    }

    /**
     * A value stays on its line: what people typed can't become a header or a line of its own. Only where the text says
     * {@code {name...}}, in a body, it may have several.
     */
    static String filled(String text, Map<String, String> model) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = model.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("nothing is said of " + found.group(1));
            }
            return Matcher.quoteReplacement(
                    found.group(2) == null ? value.replaceAll("\\p{Cntrl}", " ") : lines(value));
        });
    }

    private static String lines(String value) {
        return value.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
    }

    static String read(String file) {
        try (InputStream in = MailTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no text " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a mail says. */
    record Text(String subject, String body) {}
}
