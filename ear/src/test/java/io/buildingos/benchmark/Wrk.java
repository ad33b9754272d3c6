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

    Wrk(Path scripts) {
        this.scripts = scripts;
    }

    Result get(String url, Map<String, String> headers, int seconds) {
        StringBuilder script = new StringBuilder();
        headers.forEach((name, value) -> script.append("wrk.headers[\"%s\"] = \"%s\"%n".formatted(name, value)));
        return run(url, script.toString(), seconds);
    }

    Result post(String url, String body, int seconds) {
        return run(url, """
                wrk.method = "POST"
                wrk.headers["Content-Type"] = "application/json"
                wrk.body = [[%s]]
                """.formatted(body), seconds);
    }

    private Result run(String url, String lua, int seconds) {
        try {
            Path script = Files.writeString(Files.createTempFile(scripts, "wrk", ".lua"), lua);
            String report = Processes.output(List.of(
                    "wrk",
                    "-t1",
                    "-c" + CONNECTIONS,
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
    record Result(double perSecond, double p50, double p99) {}
}
