package io.buildingos.backup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one pg_dump takes of the database; it becomes one file of the backup.
 *
 * @param options that tell pg_dump so
 */
record DumpPart(String name, List<String> options) {
    /** What the files of every dump are called. */
    static final Pattern NAMES = Pattern.compile("(dump|schema|rows-\\d+)\\.pgc");

    static final DumpPart WHOLE = new DumpPart("dump.pgc", List.of());

    private static final DumpPart SCHEMA =
            new DumpPart("schema.pgc", List.of("--section=pre-data", "--section=post-data"));

    /**
     * The schema, and the rows for so many workers, with about the same size each. The first of these takes whatever no
     * other one takes, so that nothing is forgotten: sequences, large objects, what an extension keeps.
     *
     * @param sizes of the tables, whose names are quoted where they must be
     */
    static List<DumpPart> of(int workers, Map<String, Long> sizes) {
        List<Share> shares = shares(workers, sizes);
        List<DumpPart> parts = new ArrayList<>(List.of(SCHEMA));
        List<String> taken = new ArrayList<>();
        for (Share share : shares.subList(1, workers)) {
            if (!share.tables.isEmpty()) {
                parts.add(rows(parts.size() + 1, "--table=", share.tables));
                taken.addAll(share.tables);
            }
        }
        parts.add(1, rows(1, "--exclude-table-data=", taken));
        return parts;
    }

    /** The largest first, each to whoever has least. */
    private static List<Share> shares(int workers, Map<String, Long> sizes) {
        List<Share> shares = Stream.generate(Share::new).limit(workers).toList();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(table -> {
                    Share least = Collections.min(shares, Comparator.comparingLong(share -> share.size));
                    least.size += table.getValue();
                    least.tables.add(table.getKey());
                });
        return shares;
    }

    private static DumpPart rows(int number, String option, List<String> tables) {
        // A table of that name must be there: both sides of the line are drawn by the same names.
        List<String> options = new ArrayList<>(List.of("--section=data", "--strict-names"));
        tables.forEach(table -> options.add(option + table));
        return new DumpPart("rows-" + number + ".pgc", options);
    }

    private static final class Share {
        private final List<String> tables = new ArrayList<>();
        private long size;
    }
}
