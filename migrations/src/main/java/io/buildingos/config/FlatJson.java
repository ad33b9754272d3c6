package io.buildingos.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one JSON object of strings, numbers and booleans: all that a secret holds, without a library at start. */
final class FlatJson {
    private final String text;
    private int position;

    private FlatJson(String text) {
        this.text = text;
    }

    static Optional<Map<String, String>> parse(String text) {
        try {
            return Optional.of(new FlatJson(text).object());
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    private Map<String, String> object() {
        Map<String, String> values = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            position++;
            return atEnd(values);
        }
        while (true) {
            String name = string();
            expect(':');
            values.put(name, peek() == '"' ? string() : word());
            if (peek() == '}') {
                position++;
                return atEnd(values);
            }
            expect(',');
        }
    }

    private Map<String, String> atEnd(Map<String, String> values) {
        if (!text.substring(position).isBlank()) {
            throw new IllegalArgumentException();
        }
        return values;
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.charAt(position);
    }

    private void expect(char character) {
        if (peek() != character) {
            throw new IllegalArgumentException();
        }
        position++;
    }

    private String word() {
        peek();
        int start = position;
        while (text.charAt(position) != ',' && text.charAt(position) != '}') {
            position++;
        }
        String word = text.substring(start, position).strip();
        if (!word.matches("true|false|null|-?[0-9.eE+-]+")) {
            throw new IllegalArgumentException();
        }
        return word.equals("null") ? "" : word;
    }

    private String string() {
        expect('"');
        StringBuilder result = new StringBuilder();
        while (text.charAt(position) != '"') {
            char character = text.charAt(position++);
            result.append(character == '\\' ? escaped() : character);
        }
        position++;
        return result.toString();
    }

    private char escaped() {
        char character = text.charAt(position++);
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> character;
            case 'u' -> {
                position += 4;
                yield (char) Integer.parseInt(text.substring(position - 4, position), 16);
            }
            default -> throw new IllegalArgumentException();
        };
    }
}
