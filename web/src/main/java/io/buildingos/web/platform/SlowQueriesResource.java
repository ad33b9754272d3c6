package io.buildingos.web.platform;

import io.buildingos.platform.SlowQueries;
import io.buildingos.platform.SlowQueriesService;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What the database spends its time on. */
@Path("/platform/slow-queries")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class SlowQueriesResource {
    @Inject
    private SlowQueriesService slowQueries;

    @GET
    public SlowQueries costliest() {
        return slowQueries.costliest();
    }
}
