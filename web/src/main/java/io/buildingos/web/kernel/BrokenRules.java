package io.buildingos.web.kernel;

import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What Bean Validation found, as the fields a client knows. */
final class BrokenRules {
    /** A method's name and its parameter's come before the field. */
    private static final int STEPS_TO_A_BODY = 2;

    private BrokenRules() {}

    static Refusal ofCall(Collection<? extends ConstraintViolation<?>> broken) {
        return refusal(broken, STEPS_TO_A_BODY);
    }

    static Refusal ofValue(Collection<? extends ConstraintViolation<?>> broken) {
        return refusal(broken, 0);
    }

    private static Refusal refusal(Collection<? extends ConstraintViolation<?>> broken, int skipped) {
        return Refusal.invalid(broken.stream()
                .map(rule -> new Violation(field(rule, skipped), rule.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList());
    }

    private static String field(ConstraintViolation<?> rule, int skipped) {
        String path = StreamSupport.stream(rule.getPropertyPath().spliterator(), false)
                .skip(skipped)
                .map(Object::toString)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path;
    }
}
