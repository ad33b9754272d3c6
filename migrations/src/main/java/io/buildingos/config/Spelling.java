package io.buildingos.config;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds names that were probably meant to be settings. */
final class Spelling {
    private static final int SHORTEST = 6;

    private Spelling() {}

    /** The setting that a name resembles without being one. */
    static Optional<String> meant(String name, Collection<String> settings) {
        String bare = name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name;
        if (bare.length() < SHORTEST || settings.contains(bare)) {
            return Optional.empty();
        }
        Stream<String> similar = settings.stream().filter(setting -> distance(bare, setting) <= tolerated(setting));
        return similar.sorted().findFirst();
    }

    private static int tolerated(String setting) {
        return setting.length() < 8 ? 1 : 2;
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int row = 0; row <= one.length(); row++) {
            for (int column = 0; column <= other.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(cost, one, other, row, column);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int row, int column) {
        boolean same = one.charAt(row - 1) == other.charAt(column - 1);
        int best = Math.min(cost[row - 1][column], cost[row][column - 1]) + 1;
        best = Math.min(best, cost[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
