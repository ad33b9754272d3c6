package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue of errors as people read it: one row a code, in the catalogue's own order. */
final class ErrorCatalogue {
    private ErrorCatalogue() {}

    static String markdown() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> "| %d | `%s` | %s |\n".formatted(code.status(), code, code.explanation()))
                .collect(Collectors.joining("", """
                                Every error is a problem document (RFC 9457, `application/problem+json`); programs go by its `code`.

                                | Status | Code | Meaning |
                                |---|---|---|
                                """, ""));
    }
}
