package io.buildingos.batch.jobs;

import io.buildingos.kernel.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** How a failure is told: in a line, and in full. */
final class Failures {
    private Failures() {}

    /** With every broken rule, where it is a refusal of values. */
    static String message(Throwable failure) {
        if (failure instanceof Refusal refusal && !refusal.violations().isEmpty()) {
            return refusal.getMessage()
                    + refusal.violations().stream()
                            .map(violation -> " " + violation.field() + " " + violation.message())
                            .collect(Collectors.joining(";"));
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
