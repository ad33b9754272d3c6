package io.buildingos.web.jobs;

import io.buildingos.jobs.NodeView;
import io.buildingos.jobs.NodesService;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The servers that share the database, and how busy each is with it. */
@Path("/platform/nodes")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class NodesResource {
    @Inject
    private NodesService nodes;

    @Context
    private UriInfo uri;

    @GET
    public Page<NodeView> list() {
        ListQuery.ofWhole(uri);
        return new Page<>(nodes.list(), null);
    }
}
