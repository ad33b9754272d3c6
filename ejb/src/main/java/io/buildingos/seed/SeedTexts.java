package io.buildingos.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people of the demonstration write, in the tenant's language; English, where it has no texts. */
final class SeedTexts {
    private static final List<String> LANGUAGES = List.of("en", "es");

    private final String language;
    private final ResourceBundle texts;

    SeedTexts(String locale) {
        String own = Locale.forLanguageTag(locale).getLanguage();
        this.language = LANGUAGES.contains(own) ? own : LANGUAGES.get(0);
        this.texts = ResourceBundle.getBundle("io.buildingos.seed.texts_" + language, Locale.ROOT);
    }

    /** As PostgreSQL names its text search configurations. */
    String searchLanguage() {
        return language.equals("es") ? "spanish" : "english";
    }

    String of(String key) {
        return texts.getString(key);
    }

    /** The roots of entries that are counted from 1: {@code ticket.1}, {@code ticket.2} and so on, as far as they go. */
    List<String> all(String kind, String field) {
        List<String> roots = new ArrayList<>();
        for (int number = 1; texts.containsKey(kind + "." + number + "." + field); number++) {
            roots.add(kind + "." + number);
        }
        return roots;
    }
}
