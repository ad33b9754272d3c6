package io.buildingos.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: NAME=value lines, optionally with {@code export}, comments, 'literal' and "escaped" values, which
 * may span lines. Nothing is expanded.
 */
final class EnvironmentFile {
    private static final Pattern START = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=[ \\t]*");
    private static final Pattern BLANK = Pattern.compile("\\s*(#.*)?");
    private static final Pattern PLAIN_COMMENT = Pattern.compile("(^|\\s)#.*$");
    private static final Set<PosixFilePermission> OWNERS_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Integer> malformedLines = new ArrayList<>();
    private final boolean privateToOwner;

    EnvironmentFile(Path file) throws IOException {
        privateToOwner = isPrivate(file);
        read(Files.readString(file, StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replace("\uFEFF", ""));
    }

    Map<String, String> values() {
        return values;
    }

    List<Integer> malformedLines() {
        return malformedLines;
    }

    /** Mode 600 or less; always true where the file system has no such modes. */
    boolean isPrivateToOwner() {
        return privateToOwner;
    }

    private static boolean isPrivate(Path file) {
        try {
            return OWNERS_ONLY.containsAll(Files.getPosixFilePermissions(file));
        } catch (UnsupportedOperationException noModes) {
            return true;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String text) {
        String[] lines = text.split("\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (!BLANK.matcher(lines[index]).matches()) {
                index = readEntry(lines, index);
            }
        }
    }

    /** Returns the index of the entry's last line. */
    private int readEntry(String[] lines, int first) {
        Matcher start = START.matcher(lines[first]);
        if (!start.lookingAt()) {
            malformedLines.add(first + 1);
            return first;
        }
        String rest = lines[first].substring(start.end());
        if (rest.startsWith("'") || rest.startsWith("\"")) {
            return readQuoted(start.group(1), lines, first, rest);
        }
        values.put(start.group(1), PLAIN_COMMENT.matcher(rest).replaceFirst("").strip());
        return first;
    }

    private int readQuoted(String name, String[] lines, int first, String rest) {
        char quote = rest.charAt(0);
        StringBuilder text = new StringBuilder(rest.substring(1));
        for (int last = first; last < lines.length; last++) {
            if (last > first) {
                text.append('\n').append(lines[last]);
            }
            int end = endOfQuoted(text, quote);
            if (end >= 0) {
                if (!BLANK.matcher(text.substring(end + 1)).matches()) {
                    malformedLines.add(last + 1);
                    return last;
                }
                String inside = text.substring(0, end);
                values.put(name, quote == '"' ? unescaped(inside) : inside);
                return last;
            }
        }
        malformedLines.add(first + 1);
        return first;
    }

    private static int endOfQuoted(CharSequence text, char quote) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) == '\\' && quote == '"') {
                index++;
            } else if (text.charAt(index) == quote) {
                return index;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character != '\\' || index == text.length() - 1) {
                result.append(character);
                continue;
            }
            char escaped = text.charAt(++index);
            switch (escaped) {
                case 'n' -> result.append('\n');
                case 'r' -> result.append('\r');
                case 't' -> result.append('\t');
                case '"', '\\', '$', '`' -> result.append(escaped);
                default -> result.append('\\').append(escaped);
            }
        }
        return result.toString();
    }
}
