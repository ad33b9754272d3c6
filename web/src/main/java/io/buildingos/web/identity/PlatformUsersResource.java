package io.buildingos.web.identity;

import io.buildingos.identity.PlatformUserService;
import io.buildingos.identity.PlatformUserView;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The users of the installation, for the super admin. */
@Path("/platform/users")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PlatformUsersResource {
    @Inject
    private PlatformUserService users;

    @Context
    private UriInfo uri;

    @GET
    public Page<PlatformUserView> list() {
        return users.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{user}")
    public PlatformUserView get(@PathParam("user") UUID user) {
        return users.get(user);
    }

    @POST
    @Path("/{user}/disable")
    public PlatformUserView disable(@PathParam("user") UUID user) {
        return users.disable(user);
    }

    @POST
    @Path("/{user}/enable")
    public PlatformUserView enable(@PathParam("user") UUID user) {
        return users.enable(user);
    }
}
