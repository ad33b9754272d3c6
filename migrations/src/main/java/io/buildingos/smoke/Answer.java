package io.buildingos.smoke;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address answered to one request. Looks into JSON no deeper than this test needs. */
record Answer(String request, int status, String body, String entityTag) {
    private static final int SHOWN = 160;

    static Answer of(String request, HttpResponse<String> response) {
        return new Answer(
                request,
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(null));
    }

    Answer expecting(int expected) throws Step.Failure {
        if (status != expected) {
            throw new Step.Failure(request + " answered " + status + " instead of " + expected + shown());
        }
        return this;
    }

    /** The first text of that name. */
    String text(String name) throws Step.Failure {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(body);
        if (!value.find()) {
            throw new Step.Failure(request + " answered without " + name + shown());
        }
        return value.group(1).replace("\\/", "/").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Its body has this somewhere. */
    Answer holding(String part) throws Step.Failure {
        if (!body.contains(part)) {
            throw new Step.Failure(request + " answered without " + part + shown());
        }
        return this;
    }

    boolean isPdf() {
        return status == 200 && body.startsWith("%PDF-");
    }

    /** Every text of that name, in their order. */
    List<String> texts(String name) {
        return Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"")
                .matcher(body)
                .results()
                .map(value -> value.group(1))
                .toList();
    }

    /** Problem documents name what went wrong; tokens aren't shown, whatever the answer is. */
    private String shown() {
        String line = body.replaceAll("\\s+", " ").replaceAll("(?i)(\"[a-z]*token\"\\s*:\\s*\")[^\"]*", "$1…");
        return line.isBlank() ? "" : ": " + (line.length() > SHOWN ? line.substring(0, SHOWN) + " …" : line);
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
