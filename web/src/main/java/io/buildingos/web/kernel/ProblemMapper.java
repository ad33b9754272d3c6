package io.buildingos.web.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.PassingFailure;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import io.buildingos.kernel.UnstorableValue;
import io.buildingos.platform.ErrorReports;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The one place where whatever went wrong becomes an answer. What isn't in the catalogue is logged and says nothing. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    /** In which a lost race is over, and mostly a database that was started anew is back. */
    static final int RETRY_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Context
    private UriInfo uri;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ErrorReports errorReports;

    @Override
    public Response toResponse(Throwable failure) {
        Response http = failure instanceof WebApplicationException answered ? answered.getResponse() : null;
        if (http != null && http.getStatus() < 400) {
            return http;
        }
        Refusal refusal = refusal(failure);
        if (refusal.code() == ErrorCode.INTERNAL_ERROR) {
            LOG.error("Unexpected failure", failure);
            errorReports.unexpected(failure);
        }
        String instance = uri == null ? null : uri.getRequestUri().getRawPath();
        Problem problem = Problem.of(refusal, instance, currentCaller.get().requestId());
        var response = Response.status(problem.status()).type(ApiMedia.PROBLEM).entity(problem);
        if (refusal.code() == ErrorCode.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        Object retryAfter = refusal.code() == ErrorCode.UNAVAILABLE
                ? RETRY_SECONDS
                : refusal.attributes().get("retryAfter");
        if (retryAfter != null) {
            response.header("Retry-After", retryAfter);
        }
        if (refusal.code() == ErrorCode.RANGE_NOT_SATISFIABLE) {
            response.header("Content-Range", "bytes */" + refusal.attributes().get("size"));
        }
        if (http != null && http.getHeaderString(HttpHeaders.ALLOW) != null) {
            response.header(HttpHeaders.ALLOW, http.getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    private static Refusal refusal(Throwable failure) {
        // First of all our own words, however deep: reading a body that is too long fails inside of Jackson.
        return cause(failure, Refusal.class)
                .or(() -> cause(failure, ConstraintViolationException.class)
                        .map(invalid -> BrokenRules.ofCall(invalid.getConstraintViolations())))
                .or(() -> cause(failure, JsonProcessingException.class).map(ProblemMapper::malformed))
                .or(() -> cause(failure, CharConversionException.class).map(unreadable -> notJson()))
                .or(() -> cause(failure, WebApplicationException.class)
                        .map(http -> Refusal.of(code(http.getResponse().getStatus()))))
                .or(() -> passing(failure))
                .orElseGet(() -> Refusal.of(ErrorCode.INTERNAL_ERROR));
    }

    private static Optional<Refusal> passing(Throwable failure) {
        if (!PassingFailure.isIn(failure)) {
            return Optional.empty();
        }
        LOG.warnf("Asked to try again: %s", failure);
        return Optional.of(Refusal.of(ErrorCode.UNAVAILABLE));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    static ErrorCode code(int status) {
        return switch (status) {
            case 400 -> ErrorCode.MALFORMED_REQUEST;
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> ErrorCode.INTERNAL_ERROR;
        };
    }

    private static Refusal malformed(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown) {
            return Refusal.of(
                    ErrorCode.UNKNOWN_FIELD,
                    ErrorCode.UNKNOWN_FIELD.explanation(),
                    List.of(new Violation(path(unknown), "is not a field of this operation")));
        }
        if (malformed instanceof UnstorableValue unstorable) {
            return Refusal.invalid(path(unstorable), unstorable.getOriginalMessage());
        }
        if (malformed instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Refusal.malformed(path(mapping), "has the wrong type or form");
        }
        return malformed instanceof JsonMappingException
                ? Refusal.of(ErrorCode.MALFORMED_REQUEST, "The body has not the shape of what this operation takes.")
                : notJson();
    }

    private static Refusal notJson() {
        return Refusal.of(ErrorCode.MALFORMED_REQUEST, "The body is not JSON in UTF-8.");
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
