package io.buildingos.web.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import io.buildingos.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of the records that go in and out, by what they are made of. What isn't required may be null. */
final class ApiSchemas {
    private static final Map<Class<?>, Schema> SCALARS = Map.of(
            String.class, scalar(SchemaType.STRING, null),
            UUID.class, scalar(SchemaType.STRING, "uuid"),
            URI.class, scalar(SchemaType.STRING, "uri"),
            Instant.class, scalar(SchemaType.STRING, "date-time"),
            LocalDate.class, scalar(SchemaType.STRING, "date"),
            BigDecimal.class, scalar(SchemaType.NUMBER, null),
            Boolean.class, scalar(SchemaType.BOOLEAN, null),
            Long.class, scalar(SchemaType.INTEGER, "int64"),
            Integer.class, scalar(SchemaType.INTEGER, "int32"),
            Double.class, scalar(SchemaType.NUMBER, "double"));
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class, long.class, Long.class, int.class, Integer.class, double.class, Double.class);
    private static final String MONTH = "^\\d{4}-(0[1-9]|1[0-2])$";

    private final Map<String, Schema> components = new TreeMap<>();

    Map<String, Schema> components() {
        return components;
    }

    /** The type's schema, or a reference to it. */
    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> raw = (Class<?>) type;
        Schema scalar = SCALARS.get(BOXES.getOrDefault(raw, raw));
        if (scalar != null) {
            return scalar(scalar.getType().get(0), scalar.getFormat());
        }
        if (raw == YearMonth.class) {
            return scalar(SchemaType.STRING, null).pattern(MONTH);
        }
        if (raw.isEnum()) {
            return reference(
                    raw,
                    () -> scalar(SchemaType.STRING, null)
                            .enumeration(Arrays.stream(raw.getEnumConstants())
                                    .<Object>map(constant -> ((Enum<?>) constant).name())
                                    .toList()));
        }
        if (raw.isRecord()) {
            return reference(raw, () -> record(raw, false));
        }
        return JsonNode.class.isAssignableFrom(raw) ? OASFactory.createSchema() : scalar(SchemaType.OBJECT, null);
    }

    /** The same record, of which any part may be said. */
    Schema patchOf(Class<?> type) {
        String name = name(type) + "Patch";
        components.computeIfAbsent(name, unknown -> OASFactory.createSchema());
        components.put(name, record(type, true));
        return referenceTo(name);
    }

    private Schema ofGeneric(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw == Page.class) {
            String name = name((Class<?>) arguments[0]) + "Page";
            components.put(
                    name,
                    scalar(SchemaType.OBJECT, null)
                            .addProperty("items", array(arguments[0]))
                            .addProperty("next", nullable(scalar(SchemaType.STRING, null)))
                            .addRequired("items"));
            return referenceTo(name);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return array(arguments[0]);
        }
        return scalar(SchemaType.OBJECT, null)
                .additionalPropertiesSchema(
                        arguments[1] instanceof Class<?> || arguments[1] instanceof ParameterizedType
                                ? of(arguments[1])
                                : OASFactory.createSchema());
    }

    private Schema array(Type items) {
        return scalar(SchemaType.ARRAY, null).items(of(items));
    }

    private Schema record(Class<?> type, boolean patch) {
        Schema schema = scalar(SchemaType.OBJECT, null);
        for (RecordComponent component : type.getRecordComponents()) {
            Schema property = constrained(of(component.getGenericType()), type, component);
            ApiExamples.show(type, component.getName(), property);
            boolean required = isRequired(type, component);
            schema.addProperty(component.getName(), required ? property : nullable(property));
            if (required && !patch) {
                schema.addRequired(component.getName());
            }
        }
        return schema;
    }

    private static boolean isRequired(Class<?> type, RecordComponent component) {
        return component.getType().isPrimitive()
                || component.getName().equals("id")
                || annotation(type, component, NotNull.class) != null
                || annotation(type, component, NotBlank.class) != null
                || annotation(type, component, NotEmpty.class) != null;
    }

    private static Schema constrained(Schema schema, Class<?> type, RecordComponent component) {
        Size size = annotation(type, component, Size.class);
        if (size != null && schema.getType() != null && schema.getType().contains(SchemaType.STRING)) {
            schema.minLength(size.min() == 0 ? null : size.min())
                    .maxLength(size.max() == Integer.MAX_VALUE ? null : size.max());
        }
        if (annotation(type, component, NotBlank.class) != null && schema.getMinLength() == null) {
            schema.minLength(1);
        }
        if (size != null && schema.getType() != null && schema.getType().contains(SchemaType.ARRAY)) {
            schema.minItems(size.min() == 0 ? null : size.min())
                    .maxItems(size.max() == Integer.MAX_VALUE ? null : size.max());
        }
        Pattern pattern = annotation(type, component, Pattern.class);
        if (pattern != null) {
            schema.pattern(pattern.regexp());
        }
        Min min = annotation(type, component, Min.class);
        Max max = annotation(type, component, Max.class);
        return schema.minimum(min == null ? schema.getMinimum() : BigDecimal.valueOf(min.value()))
                .maximum(max == null ? schema.getMaximum() : BigDecimal.valueOf(max.value()));
    }

    /** Constraints target fields and parameters, not components: they are found on the field of the same name. */
    private static <A extends java.lang.annotation.Annotation> A annotation(
            Class<?> type, RecordComponent component, Class<A> annotation) {
        try {
            return type.getDeclaredField(component.getName()).getAnnotation(annotation);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().addAnyOf(schema).addAnyOf(scalar(SchemaType.NULL, null));
        }
        return schema.getType() == null ? schema : schema.addType(SchemaType.NULL);
    }

    private Schema reference(Class<?> type, java.util.function.Supplier<Schema> schema) {
        String name = name(type);
        if (!components.containsKey(name)) {
            components.put(name, OASFactory.createSchema());
            components.put(name, schema.get());
        }
        return referenceTo(name);
    }

    private static Schema referenceTo(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        boolean saysLittle = outer != null && type.isEnum();
        return saysLittle ? outer.getSimpleName() + type.getSimpleName() : type.getSimpleName();
    }

    private static Schema scalar(SchemaType type, String format) {
        return OASFactory.createSchema().addType(type).format(format);
    }
}
