package io.buildingos.web.kernel;

import com.fasterxml.jackson.core.type.TypeReference;
import io.buildingos.kernel.CurrentCaller;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.IdempotencyMark;
import io.buildingos.kernel.IdempotencyService;
import io.buildingos.kernel.IdempotencyService.Answer;
import io.buildingos.kernel.IdempotencyService.Outcome;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * Takes a POST's Idempotency-Key before the work begins, and answers its repetition in place of the work. Not for
 * {@code /auth}, whose answers hold secrets that are kept nowhere, nor for bodies that aren't JSON.
 */
@Provider
@Priority(Priorities.USER)
public class Idempotency implements ContainerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String HOLD = "buildingos.idempotencyKey";
    private static final int LONGEST_KEY = 255;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    @Context
    private ResourceInfo resource;

    @Inject
    private IdempotencyService idempotencyService;

    @Inject
    private IdempotencyMark idempotencyMark;

    @Inject
    private CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY);
        boolean required = resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(IdempotencyKeyRequired.class);
        if (key == null && required) {
            throw Refusal.of(ErrorCode.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (key == null || !isHonoured(request)) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.malformed(KEY, "must have 1 to " + LONGEST_KEY + " characters");
        }
        Outcome outcome = idempotencyService.begin(key, hashOf(request));
        if (outcome.answer() != null) {
            request.abortWith(replay(outcome.answer()));
            return;
        }
        request.setProperty(HOLD, outcome.hold());
        idempotencyMark.hold(outcome.hold());
    }

    private boolean isHonoured(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean json = type == null
                || type.getSubtype().equals("json")
                || type.getSubtype().endsWith("+json");
        return request.getMethod().equals("POST")
                && json
                && currentCaller.get().isAuthenticated()
                && !request.getUriInfo().getPath().startsWith("/auth/");
    }

    private static byte[] hashOf(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(BodyLimit.MOST_BYTES + 1);
        if (body.length > BodyLimit.MOST_BYTES) {
            throw Refusal.of(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Without the host: a repetition may reach another node, or this one by another name.
            URI address = request.getUriInfo().getRequestUri();
            digest.update((address.getRawPath() + '?' + address.getRawQuery()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Response replay(Answer answer) throws IOException {
        var replay = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        Json.mapper().readValue(answer.headers(), HEADERS).forEach(replay::header);
        if (answer.body() != null) {
            replay.entity(answer.body());
        }
        return replay.build();
    }
}
