package io.buildingos.web.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Refusal;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a PATCH, which must be an object: nothing here is replaced whole. */
@Provider
@Consumes({ApiMedia.MERGE_PATCH, MediaType.APPLICATION_JSON})
public class MergePatchReader implements MessageBodyReader<MergePatch> {
    @Inject
    private Validator validator;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        JsonNode patch = Json.mapper().readTree(body);
        if (patch instanceof ObjectNode changes) {
            return new MergePatch(changes, validator);
        }
        throw Refusal.of(ErrorCode.MALFORMED_REQUEST, "A merge patch is a JSON object.");
    }
}
