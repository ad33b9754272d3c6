package io.buildingos.kernel;

import java.util.Map;

/**
 * What a client asks of a list; names are checked by the {@link Listing} it goes to.
 *
 * @param limit 1 to 200
 * @param cursor as the page before gave it out, or null
 * @param sort a name of the listing, with a minus before it for descending, or null for its first
 * @param filters the remaining query parameters
 */
public record ListRequest(int limit, String cursor, String sort, Map<String, String> filters) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public ListRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.malformed("limit", "must be between 1 and " + MAX_LIMIT);
        }
        filters = Map.copyOf(filters);
    }

    public static ListRequest first(int limit) {
        return new ListRequest(limit, null, null, Map.of());
    }
}
