package io.buildingos.web.kernel;

import io.buildingos.kernel.Listing;
import io.buildingos.kernel.NameKey;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a list can be sorted and filtered by. Read off the {@link Listing} of the same view that one of the resource's
 * services declares, so that the description can't promise what the list refuses.
 *
 * @param filters what each one's text is read as
 */
record ApiLists(Set<String> sorts, Map<String, Class<?>> filters) {

    static ApiLists of(Method method) {
        Lists told = method.getAnnotation(Lists.class);
        Type view = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        List<Field> listings = Arrays.stream(method.getDeclaringClass().getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Inject.class))
                .flatMap(service -> Arrays.stream(service.getType().getDeclaredFields()))
                .filter(field -> isListingOf(view, field))
                .filter(field ->
                        told == null || told.value().isEmpty() || told.value().equals(field.getName()))
                .toList();
        if (listings.size() > 1) {
            throw new IllegalStateException(method + " may be any of " + listings + ": say which by @Lists");
        }
        return listings.isEmpty() ? told(told) : of(listings.get(0));
    }

    private static boolean isListingOf(Type view, Field field) {
        return Modifier.isStatic(field.getModifiers())
                && field.getGenericType() instanceof ParameterizedType generic
                && generic.getRawType() == Listing.class
                && generic.getActualTypeArguments()[0].equals(view);
    }

    private static ApiLists of(Field listing) {
        try {
            listing.setAccessible(true);
            Listing<?> declared = (Listing<?>) listing.get(null);
            Map<String, Class<?>> filters = declared.filterTypes();
            // What is folded as names are is still any text to whoever sends it.
            filters.replaceAll((name, type) -> type == NameKey.class ? String.class : type);
            return new ApiLists(declared.sortNames(), filters);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ApiLists told(Lists told) {
        Map<String, Class<?>> filters = new LinkedHashMap<>();
        if (told != null) {
            Arrays.stream(told.filters()).forEach(name -> filters.put(name, String.class));
            Arrays.stream(told.instants()).forEach(name -> filters.put(name, Instant.class));
        }
        return new ApiLists(Set.of(), filters);
    }
}
