package io.buildingos.kernel;

import jakarta.ejb.ApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product says no: a code of the catalogue, words for a person, and what the client needs to react. Rolls the
 * transaction back, so that whatever was refused left nothing behind.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {
    private final ErrorCode code;
    private final List<Violation> violations;
    private final Map<String, Object> attributes;

    private Refusal(ErrorCode code, String detail, List<Violation> violations, Map<String, Object> attributes) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
        this.attributes = new LinkedHashMap<>(attributes);
    }

    public static Refusal of(ErrorCode code) {
        return new Refusal(code, code.explanation(), List.of(), Map.of());
    }

    public static Refusal of(ErrorCode code, String detail) {
        return new Refusal(code, detail, List.of(), Map.of());
    }

    /** @param attributes extension members of the problem document, in their order */
    public static Refusal of(ErrorCode code, String detail, Map<String, Object> attributes) {
        return new Refusal(code, detail, List.of(), attributes);
    }

    public static Refusal of(ErrorCode code, String detail, List<Violation> violations) {
        return new Refusal(code, detail, violations, Map.of());
    }

    public static Refusal notFound() {
        return of(ErrorCode.NOT_FOUND);
    }

    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(
                ErrorCode.VALIDATION_FAILED, ErrorCode.VALIDATION_FAILED.explanation(), violations, Map.of());
    }

    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    public static Refusal malformed(String field, String message) {
        return new Refusal(
                ErrorCode.MALFORMED_REQUEST,
                ErrorCode.MALFORMED_REQUEST.explanation(),
                List.of(new Violation(field, message)),
                Map.of());
    }

    public ErrorCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> attributes() {
        return attributes;
    }

    /** One field, one rule. */
    public record Violation(String field, String message) {}
}
