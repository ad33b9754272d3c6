package io.buildingos.web.kernel;

import io.buildingos.kernel.Refusal;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;

/** An id in an address is one in its canonical form; anything else names nothing. {@code 1-1-1-1-1} is a UUID to Java. */
@Provider
public class UuidParameters implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Canonical() : null;
    }

    private static final class Canonical implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                UUID id = UUID.fromString(text);
                if (id.toString().equalsIgnoreCase(text)) {
                    return id;
                }
            } catch (IllegalArgumentException malformed) {
                throw Refusal.notFound();
            }
            throw Refusal.notFound();
        }

        @Override
        public String toString(UUID id) {
            return id.toString();
        }
    }
}
