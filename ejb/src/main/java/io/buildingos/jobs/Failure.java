package io.buildingos.jobs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Why an execution failed, for those who operate the platform.
 *
 * @param message in words
 * @param causes what lies behind it, in words, the deepest last
 * @param trace everything, uncut
 */
public record Failure(String message, List<String> causes, String trace) {
    private static final Pattern CLASS_NAME = Pattern.compile("^(?:[a-zA-Z_$][\\w$]*\\.)+[\\w$]+(?::\\s*|$)");
    private static final String CAUSE = "Caused by: ";

    public Failure {
        causes = List.copyOf(causes);
    }

    static Failure of(String error) {
        if (error == null) {
            return null;
        }
        List<String> causes = error.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> words(line.substring(CAUSE.length())))
                .toList();
        return new Failure(words(error), causes, error);
    }

    /** The first line, without the exception's class; its name alone, where it said nothing. */
    static String words(String failure) {
        if (failure == null) {
            return null;
        }
        String line = failure.lines().findFirst().orElse("");
        String said = CLASS_NAME.matcher(line).replaceFirst("");
        return said.isEmpty() ? line.substring(line.lastIndexOf('.') + 1) : said;
    }
}
