package io.buildingos.web.kernel;

import io.buildingos.kernel.Page;
import io.buildingos.kernel.Tagged;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;

/**
 * Adds to what a resource returns what its shape implies: a thing's ETag, a page's link to the next, and whether it may
 * be kept: only what has a version, by its own client, and to be asked for again.
 */
@Provider
public class Representation implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Tagged thing) {
            tag(request, response, IfMatch.tagOf(thing));
        }
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            URI next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            // Without the host, which behind a proxy isn't the one the client knows.
            String address = next.getRawPath() + "?" + next.getRawQuery();
            response.getHeaders().add(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        boolean kept = response.getHeaders().containsKey(HttpHeaders.ETAG);
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(kept ? "private, no-cache" : "no-store"));
    }

    private static void tag(ContainerRequestContext request, ContainerResponseContext response, EntityTag tag) {
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET") && known != null && known.contains("\"" + tag.getValue() + "\"")) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
