package io.buildingos.web.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** RESTEasy brings a mapper of its own for exactly this, which would win over the general one. */
@Provider
public class UnreadableJsonMapper implements ExceptionMapper<JsonProcessingException> {
    @Inject
    private ProblemMapper problems;

    @Override
    public Response toResponse(JsonProcessingException unreadable) {
        return problems.toResponse(unreadable);
    }
}
