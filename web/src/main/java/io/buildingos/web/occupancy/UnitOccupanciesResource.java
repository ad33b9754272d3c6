package io.buildingos.web.occupancy;

import io.buildingos.kernel.Page;
import io.buildingos.occupancy.OccupancyService;
import io.buildingos.occupancy.OccupancyView;
import io.buildingos.occupancy.Occupy;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Who owns or lives in a unit, now and before. */
@Path("/units/{unit}/occupancies")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class UnitOccupanciesResource {
    @Inject
    private OccupancyService occupancies;

    @Context
    private UriInfo uri;

    @GET
    public Page<OccupancyView> list(@PathParam("unit") UUID unit) {
        return occupancies.ofUnit(unit, ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = OccupancyView.class)
    public Response occupy(@PathParam("unit") UUID unit, @NotNull @Valid Occupy command) {
        OccupancyView occupancy = occupancies.occupy(unit, command);
        return Response.created(uri.getBaseUriBuilder()
                        .path("occupancies")
                        .path(occupancy.id().toString())
                        .build())
                .entity(occupancy)
                .build();
    }
}
