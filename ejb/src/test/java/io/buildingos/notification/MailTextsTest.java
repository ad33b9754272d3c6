package io.buildingos.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextsTest {
    private static final Map<String, String> MODEL = Map.ofEntries(
            Map.entry("number", "2026-000042"),
            Map.entry("amount", "EUR 12.00"),
            Map.entry("name", "Ana"),
            Map.entry("inviter", "Olga"),
            Map.entry("by", "Olga"),
            Map.entry("tenant", "Casa Uno"),
            Map.entry("link", "https://app.example.com/x#token=abc"),
            Map.entry("hours", "48"),
            Map.entry("minutes", "30"),
            Map.entry("days", "7"),
            Map.entry("title", "News"),
            Map.entry("text", "First line\nsecond line"));

    @ParameterizedTest
    @EnumSource
    void everyMailHasASubjectAndALinkInEveryLanguage(MailTemplate template) {
        for (String language : MailTexts.LANGUAGES) {
            MailTexts.Text text = MailTexts.of(template, language, MODEL);
            assertFalse(text.subject().isBlank());
            assertTrue(text.body().contains("#token=abc"));
            assertFalse(text.body().contains("{"));
        }
        assertNotEquals(
                MailTexts.of(template, "en", MODEL).body(),
                MailTexts.of(template, "es", MODEL).body());
    }

    @Test
    void speaksEnglishToWhomItHasNoTextFor() {
        assertEquals("es", MailTexts.language("es-AR"));
        assertEquals("en", MailTexts.language("de-CH"));
    }

    @Test
    void keepsWhatPeopleTypedOnItsLine() {
        var model = new java.util.HashMap<>(MODEL);
        model.put("inviter", "Eve\r\nBcc: everybody@example.com");
        assertFalse(MailTexts.of(MailTemplate.INVITATION, "en", model).subject().contains("\n"));
    }

    @Test
    void refusesToSendAMailWithAHoleInIt() {
        assertThrows(IllegalStateException.class, () -> MailTexts.of(MailTemplate.INVITATION, "en", Map.of()));
    }

    @Test
    void hasWordsForEverythingThatUsersAreToldOf() {
        Map<String, String> words = new java.util.HashMap<>();
        for (String name : java.util.List.of(
                "title",
                "by",
                "place",
                "comment",
                "status",
                "hours",
                "text",
                "concept",
                "amount",
                "due",
                "unit",
                "reason",
                "number",
                "vendor",
                "plan",
                "date",
                "units",
                "formerConcept",
                "formerAmount",
                "formerDue")) {
            words.put(name, "1\n2");
        }
        for (NotificationType type : NotificationType.values()) {
            Notice english = Notice.of(type, "en", words);
            Notice spanish = Notice.of(type, "es-AR", words);
            assertFalse(english.title().contains("\n"), type::name);
            assertFalse(
                    (english.title() + english.body() + spanish.title() + spanish.body()).contains("{"), type::name);
            assertTrue(type == NotificationType.ANNOUNCEMENT || !english.body().equals(spanish.body()), type::name);
        }
    }

    @Test
    void putsThingsInAsManyWaysInEveryLanguageAndSaysAsMuch() throws Exception {
        Map<String, Set<String>> english = placeholders("en");
        assertTrue(english.containsKey("CHARGE_PUBLISHED.UNITS.body"));
        assertEquals(english, placeholders("es"));
    }

    private static Map<String, Set<String>> placeholders(String language) throws Exception {
        Properties texts = new Properties();
        try (InputStream in = Notice.class.getResourceAsStream("notices_" + language + ".properties")) {
            texts.load(in);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        key -> Pattern.compile("\\{\\w+")
                                .matcher(texts.getProperty(key))
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet())));
    }
}
