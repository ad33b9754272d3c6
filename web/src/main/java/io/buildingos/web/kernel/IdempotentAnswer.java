package io.buildingos.web.kernel;

import io.buildingos.kernel.IdempotencyKey;
import io.buildingos.kernel.IdempotencyMark;
import io.buildingos.kernel.IdempotencyService;
import io.buildingos.kernel.IdempotencyService.Answer;
import io.buildingos.kernel.Json;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Stores what a request with an Idempotency-Key is answered, before the client sees it. Only what was carried out: a
 * refusal left nothing behind, and the same request may be good later, so its key is let go.
 */
@Provider
@Priority(0)
public class IdempotentAnswer implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(IdempotentAnswer.class);
    private static final List<String> KEPT =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);
    private static final int FIRST_REFUSAL = 400;

    @Inject
    private IdempotencyService idempotencyService;

    @Inject
    private IdempotencyMark idempotencyMark;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(Idempotency.HOLD) instanceof IdempotencyKey hold)) {
            return;
        }
        idempotencyMark.drop();
        byte[] body = response.hasEntity() ? Json.mapper().writeValueAsBytes(response.getEntity()) : null;
        try {
            if (response.getStatus() < FIRST_REFUSAL || !idempotencyService.release(hold)) {
                idempotencyService.complete(hold, new Answer(response.getStatus(), headers(response), body));
            }
        } catch (RuntimeException unstored) {
            // The work stands and its client shall hear of it; a repetition will be told that the answer is lost.
            LOG.error("The answer to an Idempotency-Key could not be stored", unstored);
        }
        if (body != null) {
            response.setEntity(body, null, response.getMediaType());
        }
    }

    private static String headers(ContainerResponseContext response) throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return Json.mapper().writeValueAsString(kept);
    }
}
