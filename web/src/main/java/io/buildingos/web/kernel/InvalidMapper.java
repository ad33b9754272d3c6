package io.buildingos.web.kernel;

import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** RESTEasy brings a mapper of its own for exactly this, which would win over the general one. */
@Provider
public class InvalidMapper implements ExceptionMapper<ValidationException> {
    @Inject
    private ProblemMapper problems;

    @Override
    public Response toResponse(ValidationException invalid) {
        return problems.toResponse(invalid);
    }
}
