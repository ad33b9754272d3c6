package io.buildingos.web.occupancy;

import io.buildingos.occupancy.EndOccupancy;
import io.buildingos.occupancy.OccupancyService;
import io.buildingos.occupancy.OccupancyView;
import io.buildingos.web.kernel.ApiMedia;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;

/** One occupancy, whatever its unit. */
@Path("/occupancies/{occupancy}")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class OccupanciesResource {
    @Inject
    private OccupancyService occupancies;

    @GET
    public OccupancyView get(@PathParam("occupancy") UUID occupancy) {
        return occupancies.get(occupancy);
    }

    @POST
    @Path("/end")
    public OccupancyView end(@PathParam("occupancy") UUID occupancy, @NotNull @Valid EndOccupancy command) {
        return occupancies.end(occupancy, command);
    }
}
