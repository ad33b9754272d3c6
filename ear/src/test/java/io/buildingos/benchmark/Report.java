package io.buildingos.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints each figure as it comes, and beside each bar whether it is met. A missed bar is printed, never hidden. */
final class Report {
    private final Map<String, Double> rates = new LinkedHashMap<>();
    private final ObjectNode json = new ObjectMapper().createObjectNode();

    void load(String name, Wrk.Result result) {
        figure(name, result.perSecond());
        line("    p50 %.1f ms, p99 %.1f ms", result.p50(), result.p99());
        ((ObjectNode) json.get(name)).put("p50Millis", result.p50()).put("p99Millis", result.p99());
    }

    void figure(String name, double perSecond) {
        rates.put(name, perSecond);
        json.putObject(name).put("perSecond", perSecond);
        line("%-32s %,10.0f/s", name, perSecond);
    }

    double rate(String name) {
        return rates.get(name);
    }

    void ratioOf(String name, double yardstick, String ratio, double bar) {
        ratio(ratio, rate(name) / yardstick, bar);
    }

    /** At least the bar; a bar of 0 asks for nothing. */
    void ratio(String name, double value, double bar) {
        json.putObject(name).put("ratio", value).put("atLeast", bar).put("met", value >= bar);
        line("%-32s %10.2f   %s", name, value, bar == 0 ? "" : (value >= bar ? "≥ " : "MISSED ") + bar);
    }

    /** At most the bar. */
    void bound(String name, double value, double bar) {
        json.putObject(name).put("value", value).put("atMost", bar).put("met", value <= bar);
        line("%-32s %10.2f   %s", name, value, (value <= bar ? "≤ " : "MISSED ") + bar);
    }

    void seconds(String name, double value) {
        json.putObject(name).put("seconds", value);
        line("%-32s %10.2f s", name, value);
    }

    void millis(String name, double value) {
        json.putObject(name).put("millis", value);
        line("%-32s %10.2f ms", name, value);
    }

    void megabytes(String name, double value) {
        json.putObject(name).put("megabytes", value);
        line("%-32s %10.0f MB", name, value);
    }

    String json() {
        return json.toPrettyString();
    }

    private void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
