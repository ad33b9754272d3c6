package io.buildingos.ticket;

import java.util.Locale;

/** By which of PostgreSQL's configurations a tenant's words are stemmed. */
final class SearchLanguage {
    private static final String BRANCH = " when ''%1$s'' then ? @@ (select search_query(''%1$s'', ?))";

    /**
     * The condition of a listing on tickets as t, with the words as {@code :q}. A row is asked in the language it was
     * written in; each query is made once a statement, not once a row.
     */
    static final String MATCHES = "cast(sql('case ?" + BRANCH.formatted("spanish") + BRANCH.formatted("english")
            + " else ? @@ (select search_query(''simple'', ?)) end',"
            + " t.language, t.search, :q, t.search, :q, t.search, :q) as Boolean) = true";

    private SearchLanguage() {}

    static String of(String locale) {
        return switch (Locale.forLanguageTag(locale).getLanguage()) {
            case "es" -> "spanish";
            case "en" -> "english";
            default -> "simple";
        };
    }
}
