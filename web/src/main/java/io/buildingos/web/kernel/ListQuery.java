package io.buildingos.web.kernel;

import io.buildingos.kernel.ErrorCode;
import io.buildingos.kernel.ListRequest;
import io.buildingos.kernel.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;

/** Reads limit, cursor, sort and filters off an address. */
public final class ListQuery {
    private ListQuery() {}

    public static ListRequest of(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        Map<String, String> filters = new HashMap<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Refusal.malformed(name, "must be given once");
            }
            filters.put(name, values.get(0));
        });
        String limit = filters.remove("limit");
        String cursor = filters.remove("cursor");
        String sort = filters.remove("sort");
        return new ListRequest(limit == null ? ListRequest.DEFAULT_LIMIT : number(limit), cursor, sort, filters);
    }

    /** For a list that is always whole: it has one page, one order and no filter. */
    public static void ofWhole(UriInfo uri) {
        ListRequest request = of(uri);
        if (request.cursor() != null) {
            throw Refusal.of(ErrorCode.INVALID_CURSOR);
        }
        if (request.sort() != null || !request.filters().isEmpty()) {
            throw Refusal.of(ErrorCode.UNKNOWN_PARAMETER, "This list has one order and no filters.");
        }
    }

    private static int number(String limit) {
        try {
            return Integer.parseInt(limit);
        } catch (NumberFormatException notOne) {
            throw Refusal.malformed("limit", "must be a number");
        }
    }
}
