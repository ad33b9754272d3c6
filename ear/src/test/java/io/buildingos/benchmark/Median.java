package io.buildingos.benchmark;

import java.util.List;

/** The one in the middle. */
final class Median {
    private Median() {}

    static double of(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
