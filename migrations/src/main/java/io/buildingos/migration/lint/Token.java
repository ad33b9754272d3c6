package io.buildingos.migration.lint;

import java.util.Locale;

/** A word, symbol or literal of SQL; words are folded to upper case, as they have none of their own. */
record Token(Kind kind, String text, int line) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** As PostgreSQL stores it. */
    String name() {
        return kind == Kind.WORD ? text.toLowerCase(Locale.ROOT) : text;
    }
}
