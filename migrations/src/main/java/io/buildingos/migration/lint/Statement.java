package io.buildingos.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A statement, or a part of one. */
record Statement(List<Token> tokens) {
    private static final Set<String> NOISE = Set.of("IF", "NOT", "EXISTS", "ONLY", "CONCURRENTLY");

    int line() {
        return tokens.get(0).line();
    }

    boolean startsWith(String words) {
        return matches(0, words);
    }

    /** Whether the words follow each other anywhere. */
    boolean has(String words) {
        return indexOf(words) >= 0;
    }

    int indexOf(String words) {
        for (int index = 0; index < tokens.size(); index++) {
            if (matches(index, words)) {
                return index;
            }
        }
        return -1;
    }

    boolean matches(int index, String words) {
        int at = index;
        for (String word : words.split(" ", -1)) {
            if (at >= tokens.size() || !tokens.get(at++).is(word)) {
                return false;
            }
        }
        return true;
    }

    /** The name at or after an index, without IF EXISTS and the schema; empty if there is none. */
    String nameAt(int index) {
        int at = index;
        while (at < tokens.size()
                && tokens.get(at).kind() == Token.Kind.WORD
                && NOISE.contains(tokens.get(at).text())) {
            at++;
        }
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        return at < tokens.size() && tokens.get(at).isName() ? tokens.get(at).name() : "";
    }

    String nameAfter(String words) {
        int index = indexOf(words);
        return index < 0 ? "" : nameAt(index + words.split(" ", -1).length);
    }

    Statement from(int index) {
        return new Statement(tokens.subList(index, tokens.size()));
    }

    /** The parts between commas, from an index on, commas within parentheses not counted. */
    List<Statement> partsFrom(int index) {
        List<Statement> parts = new ArrayList<>();
        int depth = 0;
        int start = index;
        for (int at = index; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0) {
                add(parts, start, at);
                return parts;
            }
            if (depth == 0 && token.is(",")) {
                add(parts, start, at);
                start = at + 1;
            }
        }
        add(parts, start, tokens.size());
        return parts;
    }

    private void add(List<Statement> parts, int start, int end) {
        if (end > start) {
            parts.add(new Statement(tokens.subList(start, end)));
        }
    }
}
