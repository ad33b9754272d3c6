package io.buildingos.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SQL into statements of tokens, and keeps the comments. */
final class SqlScanner {
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([A-Za-z_]\\w*)?\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*");

    private final String sql;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Token> comments = new ArrayList<>();
    private List<Token> current = new ArrayList<>();
    private int position;
    private int line;

    private SqlScanner(String sql, int firstLine) {
        this.sql = sql;
        this.line = firstLine;
        while (position < sql.length()) {
            step();
        }
        endStatement();
    }

    static SqlScanner scan(String sql) {
        return new SqlScanner(sql, 1);
    }

    static SqlScanner scan(String sql, int firstLine) {
        return new SqlScanner(sql, firstLine);
    }

    List<Statement> statements() {
        return statements;
    }

    List<Token> comments() {
        return comments;
    }

    private void step() {
        char character = sql.charAt(position);
        if (Character.isWhitespace(character)) {
            take(1);
        } else if (sql.startsWith("--", position)) {
            comments.add(literal(Token.Kind.STRING, lengthTo("\n", 0)));
        } else if (sql.startsWith("/*", position)) {
            take(lengthOfBlockComment());
        } else if (character == '\'') {
            string(false);
        } else if ((character == 'E' || character == 'e') && sql.startsWith("'", position + 1)) {
            take(1);
            string(true);
        } else if (character == '"') {
            quotedName();
        } else if (character == '$' && dollarTag() != null) {
            dollarQuoted(dollarTag());
        } else if (character == ';') {
            take(1);
            endStatement();
        } else {
            wordNumberOrSymbol();
        }
    }

    private void wordNumberOrSymbol() {
        int length = lengthOf(WORD);
        if (length > 0) {
            Token word = literal(Token.Kind.WORD, length);
            current.add(new Token(Token.Kind.WORD, word.text().toUpperCase(Locale.ROOT), word.line()));
            return;
        }
        length = lengthOf(NUMBER);
        if (length > 0) {
            current.add(literal(Token.Kind.NUMBER, length));
            return;
        }
        current.add(literal(Token.Kind.SYMBOL, sql.startsWith("::", position) ? 2 : 1));
    }

    private void string(boolean escapes) {
        int end = position + 1;
        while (end < sql.length()) {
            char character = sql.charAt(end);
            if (character == '\\' && escapes) {
                end++;
            } else if (character == '\'' && sql.startsWith("'", end + 1)) {
                end++;
            } else if (character == '\'') {
                break;
            }
            end++;
        }
        enclosed(Token.Kind.STRING, end);
    }

    private void quotedName() {
        int end = position + 1;
        while (end < sql.length() && (sql.charAt(end) != '"' || sql.startsWith("\"\"", end))) {
            end += sql.startsWith("\"\"", end) ? 2 : 1;
        }
        enclosed(Token.Kind.QUOTED_NAME, end);
    }

    /** From the opening quote to the closing one at {@code end}. */
    private void enclosed(Token.Kind kind, int end) {
        int closing = Math.min(end, sql.length());
        current.add(new Token(kind, sql.substring(position + 1, closing), line));
        take(Math.min(closing + 1, sql.length()) - position);
    }

    private void dollarQuoted(String tag) {
        int length = lengthTo(tag, tag.length());
        current.add(new Token(Token.Kind.STRING, sql.substring(position + tag.length(), position + length), line));
        take(Math.min(length + tag.length(), sql.length() - position));
    }

    private String dollarTag() {
        Matcher matcher = DOLLAR_TAG.matcher(sql).region(position, sql.length());
        return matcher.lookingAt() ? matcher.group() : null;
    }

    private int lengthOfBlockComment() {
        int depth = 1;
        int end = position + 2;
        while (end < sql.length() && depth > 0) {
            boolean opens = sql.startsWith("/*", end);
            boolean closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return Math.min(end, sql.length()) - position;
    }

    private int lengthTo(String end, int from) {
        int found = sql.indexOf(end, position + from);
        return (found < 0 ? sql.length() : found) - position;
    }

    private int lengthOf(Pattern pattern) {
        Matcher matcher = pattern.matcher(sql).region(position, sql.length());
        return matcher.lookingAt() ? matcher.end() - position : 0;
    }

    private Token literal(Token.Kind kind, int length) {
        Token token = new Token(kind, sql.substring(position, position + length), line);
        take(length);
        return token;
    }

    private void take(int length) {
        line += (int) sql.substring(position, position + length)
                .chars()
                .filter(character -> character == '\n')
                .count();
        position += length;
    }

    private void endStatement() {
        if (!current.isEmpty()) {
            statements.add(new Statement(current));
            current = new ArrayList<>();
        }
    }
}
