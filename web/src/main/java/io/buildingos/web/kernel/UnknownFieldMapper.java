package io.buildingos.web.kernel;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** RESTEasy brings a mapper of its own for exactly this, which would win over the general one. */
@Provider
public class UnknownFieldMapper implements ExceptionMapper<UnrecognizedPropertyException> {
    @Inject
    private ProblemMapper problems;

    @Override
    public Response toResponse(UnrecognizedPropertyException unknown) {
        return problems.toResponse(unknown);
    }
}
