package io.buildingos.web.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.buildingos.kernel.Json;
import io.buildingos.kernel.Refusal;
import io.buildingos.kernel.Refusal.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a PATCH (RFC 7396): what is named changes, what is null is taken away, what isn't named stays. Applied to
 * the thing's present description it gives the next one, checked by the same rules as at its creation.
 */
public final class MergePatch {
    private final ObjectNode changes;
    private final Validator validator;

    MergePatch(ObjectNode changes, Validator validator) {
        this.changes = changes;
        this.validator = validator;
    }

    /**
     * The description as the client wants it.
     *
     * @throws Refusal when a field is unknown or of the wrong type (400), or a value breaks a rule (422)
     */
    public <T> T onto(T description, Class<T> type) {
        List<Violation> taken = new ArrayList<>();
        JsonNode merged = merge(Json.mapper().valueToTree(description), changes, type, "", taken);
        if (!taken.isEmpty()) {
            throw Refusal.invalid(taken);
        }
        T next = read(merged, type);
        Set<ConstraintViolation<T>> broken = validator.validate(next);
        if (!broken.isEmpty()) {
            throw BrokenRules.ofValue(broken);
        }
        return next;
    }

    private static <T> T read(JsonNode merged, Class<T> type) {
        try {
            return Json.mapper().treeToValue(merged, type);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * In a record a null stays in its place, so that a field nobody has is found out; anywhere else, in a map, it takes
     * the member away.
     */
    private static ObjectNode merge(
            JsonNode target, ObjectNode patch, Class<?> shape, String path, List<Violation> taken) {
        ObjectNode result =
                target instanceof ObjectNode present ? present : Json.mapper().createObjectNode();
        patch.properties().forEach(change -> {
            String name = change.getKey();
            JsonNode value = change.getValue();
            Class<?> member = component(shape, name).orElse(Object.class);
            if (value.isNull() && member.isPrimitive()) {
                taken.add(new Violation(path + name, "must not be null"));
            } else if (value.isNull() && !shape.isRecord()) {
                result.remove(name);
            } else if (value instanceof ObjectNode inner) {
                result.set(name, merge(result.path(name), inner, member, path + name + ".", taken));
            } else {
                result.set(name, value);
            }
        });
        return result;
    }

    private static Optional<Class<?>> component(Class<?> shape, String name) {
        return !shape.isRecord()
                ? Optional.empty()
                : Arrays.stream(shape.getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .<Class<?>>map(RecordComponent::getType)
                        .findFirst();
    }
}
