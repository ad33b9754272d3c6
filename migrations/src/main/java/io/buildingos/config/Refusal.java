package io.buildingos.config;

import java.util.List;

/** A rule's no, in words that may be printed. */
final class Refusal extends Exception {
    private final transient List<String> reasons;

    Refusal(String reason) {
        this(List.of(reason));
    }

    Refusal(List<String> reasons) {
        super(String.join("; ", reasons), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
