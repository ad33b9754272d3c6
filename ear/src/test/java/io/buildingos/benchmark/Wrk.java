package io.buildingos.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives load with wrk, sixteen connections on one thread, and refuses to report a run in which a request failed. */
final class Wrk {
    private static final int CONNECTIONS = 16;

    private final Path scripts;
    private long next;

    Wrk(Path scripts) {
        this.scripts = scripts;
    }

    Result get(String url, Map<String, String> headers, int seconds) {
        return run(CONNECTIONS, url, lua(headers), seconds);
    }

    /** One request after the other, on one connection. */
    Result getAlone(String url, Map<String, String> headers, int seconds) {
        return run(1, url, lua(headers), seconds);
    }

    Result post(String url, String body, int seconds) {
        return run(CONNECTIONS, url, lua(Map.of("Content-Type", "application/json")) + """
                wrk.method = "POST"
                wrk.body = [[%s]]
                """.formatted(body), seconds);
    }

    /**
     * Requests of which none is like another. Each has a number: {n} in its path, idempotency key and body, {hex} for twelve
     * hexadecimal digits of it, {turn} for twelve of what it leaves over by the turns.
     */
    Result postEach(
            String base, String path, Map<String, String> headers, String key, String body, int turns, int seconds) {
        String script = lua(headers) + """
                wrk.headers["Content-Type"] = "application/json"
                local n = %d
                local function numbered(text)
                  local turn = text:gsub("{turn}", string.format("%%012x", n %% %d))
                  local hex = turn:gsub("{hex}", string.format("%%012x", n))
                  return (hex:gsub("{n}", string.format("%%d", n)))
                end
                request = function()
                  n = n + 1
                  wrk.headers["Idempotency-Key"] = numbered([[%s]])
                  return wrk.format("POST", numbered([[%s]]), nil, numbered([[%s]]))
                end
                """.formatted(next, turns, key, path, body);
        Result result = run(CONNECTIONS, base, script, seconds);
        next += result.requests() + 2 * CONNECTIONS;
        return result;
    }

    /** The first number that no request has had. */
    long next() {
        return next;
    }

    private static String lua(Map<String, String> headers) {
        StringBuilder script = new StringBuilder();
        headers.forEach((name, value) -> script.append("wrk.headers[\"%s\"] = \"%s\"%n".formatted(name, value)));
        return script.toString();
    }

    private Result run(int connections, String url, String lua, int seconds) {
        try {
            Path script = Files.writeString(Files.createTempFile(scripts, "wrk", ".lua"), lua);
            String report = Processes.output(List.of(
                    "wrk",
                    "-t1",
                    "-c" + connections,
                    "-d" + seconds + "s",
                    "--timeout",
                    "10s",
                    "--latency",
                    "-s",
                    script.toString(),
                    url));
            if (report.contains("Non-2xx") || report.contains("Socket errors")) {
                throw new IllegalStateException("requests to " + url + " failed:\n" + report);
            }
            return new Result(
                    Long.parseLong(find(report, "(\\d+) requests in")),
                    Double.parseDouble(find(report, "Requests/sec:\\s+([0-9.]+)")),
                    millis(find(report, "(?m)^\\s+50%\\s+(\\S+)")),
                    millis(find(report, "(?m)^\\s+99%\\s+(\\S+)")));
        } catch (IOException failure) {
            throw new IllegalStateException("wrk is needed (Debian package wrk)", failure);
        }
    }

    private static String find(String report, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk printed no " + pattern + ":\n" + report);
        }
        return matcher.group(1);
    }

    private static double millis(String latency) {
        if (latency.endsWith("us")) {
            return Double.parseDouble(latency.substring(0, latency.length() - 2)) / 1000;
        }
        if (latency.endsWith("ms")) {
            return Double.parseDouble(latency.substring(0, latency.length() - 2));
        }
        return Double.parseDouble(latency.substring(0, latency.length() - 1)) * 1000;
    }

    /** Times in milliseconds. */
    record Result(long requests, double perSecond, double p50, double p99) {}
}
