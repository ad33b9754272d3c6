package io.buildingos.web.platform;

import io.buildingos.kernel.Page;
import io.buildingos.platform.BackupCatalogue;
import io.buildingos.platform.BackupView;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The backups there are, when each was proven, and how long that took. */
@Path("/platform/backups")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class BackupsResource {
    @Inject
    private BackupCatalogue backups;

    @Context
    private UriInfo uri;

    @GET
    public Page<BackupView> list() {
        ListQuery.ofWhole(uri);
        return new Page<>(backups.list(), null);
    }
}
