package io.buildingos.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The one in the middle. */
final class Median {
    private Median() {}

    static <T> T of(List<T> values, ToDoubleFunction<T> by) {
        return values.stream()
                .sorted(Comparator.comparingDouble(by))
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    static double of(List<Double> values) {
        return of(values, Double::doubleValue);
    }
}
