package io.buildingos.web.kernel;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Refusal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * RFC 9457 problem details.
 *
 * @param type where the code is explained
 * @param code stable, for programs
 * @param violations one entry a broken field; only on validation
 * @param attributes what else the code's documentation promises
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Refusal.Violation> violations,
        @JsonAnyGetter Map<String, Object> attributes) {

    static Problem of(ErrorCode code, String detail, String instance, String requestId) {
        return new Problem(
                type(code), title(code), code.status(), detail, instance, code.name(), requestId, List.of(), Map.of());
    }

    static Problem of(Refusal refusal, String instance, String requestId) {
        ErrorCode code = refusal.code();
        return new Problem(
                type(code),
                title(code),
                code.status(),
                refusal.getMessage(),
                instance,
                code.name(),
                requestId,
                refusal.violations(),
                refusal.attributes());
    }

    private static String type(ErrorCode code) {
        return "urn:buildingos:problem:" + code.name();
    }

    private static String title(ErrorCode code) {
        Response.Status status = Response.Status.fromStatusCode(code.status());
        return status == null ? "Unprocessable Content" : status.getReasonPhrase();
    }
}
