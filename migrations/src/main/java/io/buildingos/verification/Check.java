package io.buildingos.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A promise of the data, and the question that finds what breaks it.
 *
 * @param position its place among all, from 0
 * @param needs the function it calls, as a signature, where that isn't PostgreSQL's own; else null
 */
public record Check(
        int position, String name, Severity severity, Kind kind, String needs, String description, String query) {
    /** In this order: what the rest rests on comes first. */
    private static final List<String> NAMES = List.of(
            "indexes-valid",
            "index-structure",
            "constraints-validated",
            "triggers-enabled",
            "row-security",
            "append-only",
            "references",
            "tenants-apart",
            "units-at-home",
            "unit-shares",
            "occupancy-overlaps",
            "ledger-accounts",
            "ledger-balances",
            "ledger-order",
            "ledger-sources",
            "allocations-of-charges",
            "allocations-of-payments",
            "allocations-between",
            "receipt-numbers",
            "receipts-of-payments",
            "ticket-numbers",
            "announcements-sent",
            "audit-chain");

    private static final List<Check> ALL = readAll();

    /** What the query answers. */
    public enum Kind {
        /** Findings: tenant, table, row's key, detail. */
        ROWS,
        /** Parts, each with its name and a query that answers findings and ends in its condition. */
        QUERIES,
        /** Table, key and a statement each: where that fails, its error is the finding. */
        PROBES
    }

    public static List<Check> all() {
        return ALL;
    }

    /** What that of this name promises; none of a check that this version doesn't have. */
    public static String promise(String name) {
        return Stream.concat(ALL.stream(), Stream.of(StoredDocuments.CHECK))
                .filter(check -> check.name.equals(name))
                .map(Check::description)
                .findFirst()
                .orElse("");
    }

    private static List<Check> readAll() {
        List<Check> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(parse(all.size(), name, read(name + ".sql")));
        }
        return List.copyOf(all);
    }

    private static Check parse(int position, String name, String text) {
        String severity = null;
        String kind = null;
        String needs = null;
        List<String> description = new ArrayList<>();
        for (String line : text.lines().takeWhile(row -> row.startsWith("-- ")).toList()) {
            String words = line.substring("-- ".length());
            String value = words.substring(words.indexOf(' ') + 1);
            if (words.startsWith("Severity: ")) {
                severity = value;
            } else if (words.startsWith("Kind: ")) {
                kind = value;
            } else if (words.startsWith("Needs: ")) {
                needs = value;
            } else {
                description.add(words);
            }
        }
        return new Check(
                position,
                name,
                Severity.valueOf(severity),
                Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                needs,
                String.join(" ", description),
                text);
    }

    static String read(String file) {
        try (InputStream text = Check.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("There is no " + file);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
