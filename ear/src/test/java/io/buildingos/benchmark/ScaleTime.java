package io.buildingos.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What requests take in a tenant of 100,000 tickets and 1,000,000 ledger entries, beside their own queries in psql, typed in
 * and prepared: each on one connection, by turns, and the median counts. And how soon an export of the million begins, and
 * what it holds on to.
 */
final class ScaleTime {
    private static final int TURNS = 5;
    private static final double TIMES = 3;
    private static final int FAR = 1_000;
    private static final int CHUNK = 1 << 20;
    private static final double MOST_SECONDS = 1;
    private static final double MOST_MEGABYTES = 64;

    private final Report report;
    private final Wrk wrk;
    private final Psql psql;
    private final StatementLog log;
    private final Client owner;
    private final int warmUp;
    private final int measured;

    /** @param measured seconds for each request, and as many for its queries, typed in and prepared */
    ScaleTime(Report report, Wrk wrk, Psql psql, StatementLog log, Client owner, int warmUp, int measured) {
        this.report = report;
        this.wrk = wrk;
        this.psql = psql;
        this.log = log;
        this.owner = owner;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    void compareQueries() {
        String tickets = "/api/v1/tickets?limit=50";
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("list", tickets);
        requests.put("list with filter", tickets + "&status=CLOSED&category=REPAIR");
        requests.put("page %,d of the list".formatted(FAR), owner.page(FAR, tickets));
        requests.put("search, frequent word", tickets + "&q=" + LargeTenant.FREQUENT_WORD);
        requests.put("search, rare word", tickets + "&q=" + LargeTenant.RARE_WORD);
        requests.put("search, English plural", tickets + "&q=lifts");
        requests.put("search, no such word", tickets + "&q=zeppelin");
        requests.forEach((name, path) -> compare(name, path, "tickets"));
        compare("statement", "/api/v1/units/" + LargeTenant.UNIT_ID + "/account/statement?limit=50", "ledger_entries");
        compare("finance report", "/api/v1/reports/finance", "charges");
    }

    private void compare(String name, String path, String table) {
        String url = owner.url(path);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + owner.token());
        wrk.get(url, headers, warmUp);
        List<Asked> queries = log.during(() -> owner.get(path)).stream()
                .filter(asked -> asked.sql().contains("from " + table + " "))
                .toList();
        List<Double> requests = new ArrayList<>();
        List<Double> typed = new ArrayList<>();
        List<Double> prepared = new ArrayList<>();
        int seconds = Math.max(1, measured / TURNS);
        for (int turn = 0; turn < TURNS; turn++) {
            requests.add(wrk.getAlone(url, headers, seconds).p50());
            typed.add(psql.typedMillis(queries, seconds));
            prepared.add(psql.preparedMillis(queries, seconds));
        }
        report.millis(name, Median.of(requests));
        report.millis("psql " + name, Median.of(typed));
        report.bound(name + " / psql", Median.of(requests) / Median.of(typed), TIMES);
        report.millis("psql, prepared, " + name, Median.of(prepared));
        report.bound(name + " / psql, prepared", Median.of(requests) / Median.of(prepared), TIMES);
    }

    void exportLedger(long serverPid) {
        for (String format : List.of("csv", "xlsx")) {
            String path = "/api/v1/exports/ledger?format=" + format;
            String name = "1,000,000 rows as " + format;
            try (ServerWatch watch = new ServerWatch(serverPid)) {
                double begun = System.nanoTime();
                report.megabytes(name, read(path) / 1e6);
                report.seconds(name + ", all", (System.nanoTime() - begun) / 1e9);
                report.bound(name + ", heap MB", watch.heapGrowth(), MOST_MEGABYTES);
            }
            List<Double> first = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                first.add(firstByte(path));
            }
            report.bound(name + ", begins s", Median.of(first), MOST_SECONDS);
        }
    }

    /** Returns how many bytes there were. */
    private long read(String path) {
        try (InputStream body = owner.stream(path)) {
            byte[] chunk = new byte[CHUNK];
            long all = 0;
            for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                all += count;
            }
            return all;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In seconds; whoever goes away after it leaves the server a broken line. */
    private double firstByte(String path) {
        long asked = System.nanoTime();
        try (InputStream body = owner.stream(path)) {
            body.read();
            return (System.nanoTime() - asked) / 1e9;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
