package io.buildingos.web.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.buildingos.kernel.Json;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Hands RESTEasy the one mapper. */
@Provider
public class JsonMapping implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Json.mapper();
    }
}
