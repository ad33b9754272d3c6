package io.buildingos.web.charge;

import io.buildingos.charge.BuildingChargeService;
import io.buildingos.charge.BuildingCharges;
import io.buildingos.charge.ChargeBuilding;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IdempotencyKeyRequired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Charges on all billable units of a building at once. */
@Path("/buildings/{building}/charges")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class BuildingChargesResource {
    @Inject
    private BuildingChargeService charges;

    @Context
    private UriInfo uri;

    @POST
    @IdempotencyKeyRequired
    @Answers(status = 201, body = BuildingCharges.class)
    public Response post(@PathParam("building") UUID building, @NotNull @Valid ChargeBuilding command) {
        BuildingCharges posted = charges.post(building, command);
        return Response.created(uri.getBaseUriBuilder()
                        .path("charges")
                        .queryParam("batch", posted.batchId())
                        .build())
                .entity(posted)
                .build();
    }

    @POST
    @Path("/preview")
    public BuildingCharges preview(@PathParam("building") UUID building, @NotNull @Valid ChargeBuilding command) {
        return charges.preview(building, command);
    }
}
