package io.buildingos.benchmark;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A request's queries in psql, over the same kind of connection. */
final class Psql {
    private static final Pattern TIME = Pattern.compile("(?m)^Time: ([0-9.]+) ms");
    private static final int FEWEST = 9;
    private static final int MOST = 1_000;

    private final Path scripts;
    private final String url;
    private final String tenant;

    /** @param url a postgresql:// address of the application's role */
    Psql(Path scripts, String url, String tenant) {
        this.scripts = scripts;
        this.url = url.replaceAll("\\?.*", "");
        this.tenant = tenant;
    }

    /**
     * As the server's driver has them: planned once, only executed each time. Of each query the median of its times, summed
     * up.
     */
    double preparedMillis(List<Asked> queries, int seconds) {
        String prepared = numbers(queries)
                .mapToObj(number -> "prepare q%d as %s;"
                        .formatted(number, queries.get(number).sql()))
                .collect(joining("\n", "", "\n"));
        String executed = numbers(queries)
                .mapToObj(number -> "execute q%d%s;".formatted(number, arguments(queries.get(number))))
                .collect(joining("\n", "", "\n"));
        return millis(queries.size(), prepared, executed, seconds);
    }

    /** As somebody has them who types them in: planned each time. */
    double typedMillis(List<Asked> queries, int seconds) {
        String typed = queries.stream()
                .map(query -> query.filled(place -> Asked.literal(query.values().get(place))))
                .collect(joining(";\n", "", ";\n"));
        return millis(queries.size(), "", typed, seconds);
    }

    private double millis(int queries, String before, String each, int seconds) {
        double atFirst = millisOf(queries, before, each, FEWEST);
        return millisOf(queries, before, each, Math.max(FEWEST, Math.min(MOST, (int) (seconds * 1e3 / atFirst))));
    }

    private double millisOf(int queries, String before, String each, int times) {
        String script = "begin;\n" + Statements.SCOPE.replace(":tenant", "'" + tenant + "'") + ";\n" + before
                + "\\timing on\n" + each.repeat(times);
        try {
            Path file = Files.writeString(Files.createTempFile(scripts, "psql", ".sql"), script);
            String report = Processes.output(List.of(
                    "psql", "-X", "-q", "-o", "/dev/null", "-v", "ON_ERROR_STOP=1", "-f", file.toString(), url));
            List<Double> taken = TIME.matcher(report)
                    .results()
                    .map((MatchResult time) -> Double.valueOf(time.group(1)))
                    .toList();
            return IntStream.range(0, queries)
                    .mapToDouble(number -> Median.of(every(queries, number, taken)))
                    .sum();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String arguments(Asked query) {
        return query.values().isEmpty()
                ? ""
                : query.values().stream().map(Asked::literal).collect(joining(", ", "(", ")"));
    }

    private static IntStream numbers(List<Asked> queries) {
        return IntStream.range(0, queries.size());
    }

    private static List<Double> every(int step, int first, List<Double> all) {
        List<Double> own = new ArrayList<>();
        for (int index = first; index < all.size(); index += step) {
            own.add(all.get(index));
        }
        return own;
    }
}
