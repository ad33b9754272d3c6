package io.buildingos.batch.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class JobDefinitionTest {
    private static final JobDefinition SAMPLE = JobDefinition.of(
            "sample",
            "Every kind of parameter.",
            JobParameter.text("source", null, "where from").mustBeGiven(),
            JobParameter.choice("mode", "quick", "how", "quick", "thorough"),
            JobParameter.number("workers", 2, "at once", 1, 8).mayChangeAtRestart(),
            JobParameter.flag("encrypt", true, "or not"),
            JobParameter.date("day", "which"));

    @Test
    void readsEveryKindOfParameter() {
        Parameters resolved = SAMPLE.resolve(Map.of("source", "a b", "day", "2026-02-28", "encrypt", "false"));
        assertEquals("a b", resolved.text("source"));
        assertEquals("quick", resolved.text("mode"));
        assertEquals(2, resolved.integer("workers"));
        assertEquals(false, resolved.flag("encrypt"));
        assertEquals(LocalDate.of(2026, 2, 28), resolved.date("day"));
    }

    @Test
    void namesEveryBrokenParameterAtOnce() {
        assertEquals(
                List.of(
                        "parameters.source",
                        "parameters.mode",
                        "parameters.workers",
                        "parameters.encrypt",
                        "parameters.day",
                        "parameters.colour"),
                broken(() -> SAMPLE.resolve(Map.of(
                        "mode", "slow", "workers", "9", "encrypt", "yes", "day", "2026-02-30", "colour", "red"))));
    }

    @Test
    void restartsWithWhatMayChange() {
        Map<String, String> before = SAMPLE.resolve(Map.of("source", "x")).values();
        assertEquals("4", SAMPLE.resolveRestart(before, Map.of("workers", "4")).text("workers"));
        assertEquals("x", SAMPLE.resolveRestart(before, Map.of("source", "x")).text("source"));
    }

    @Test
    void keepsAtARestartWhatTheDoneWorkRestsOn() {
        Map<String, String> before = SAMPLE.resolve(Map.of("source", "x")).values();
        assertEquals(
                List.of("parameters.source", "parameters.day"),
                broken(() ->
                        SAMPLE.resolveRestart(before, Map.of("source", "y", "workers", "3", "day", "2026-01-01"))));
    }

    private static List<String> broken(Executable act) {
        return assertThrows(Refusal.class, act).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
