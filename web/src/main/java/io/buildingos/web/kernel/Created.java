package io.buildingos.web.kernel;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The answer to a POST that made something: where it is, and what it is. */
public final class Created {
    private Created() {}

    /** @param uri of the list that was posted to */
    public static Response in(UriInfo uri, UUID id, Object view) {
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(view)
                .build();
    }
}
