package io.buildingos.web.charge;

import io.buildingos.charge.CancelCharge;
import io.buildingos.charge.ChargeService;
import io.buildingos.charge.ChargeView;
import io.buildingos.charge.DescribeCharge;
import io.buildingos.charge.RaiseCharge;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.Answers;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.Created;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.ListQuery;
import io.buildingos.web.kernel.MergePatch;
import io.buildingos.web.kernel.Patches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** What units are charged. */
@Path("/charges")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class ChargesResource {
    @Inject
    private ChargeService charges;

    @Context
    private UriInfo uri;

    @GET
    public Page<ChargeView> list() {
        return charges.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = ChargeView.class)
    public Response raise(@NotNull @Valid RaiseCharge command) {
        ChargeView charge = charges.raise(command);
        return Created.in(uri, charge.id(), charge);
    }

    @GET
    @Path("/{charge}")
    public ChargeView get(@PathParam("charge") UUID charge) {
        return charges.get(charge);
    }

    @PATCH
    @Path("/{charge}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public ChargeView describe(
            @PathParam("charge") UUID charge,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeCharge.class) MergePatch patch) {
        DescribeCharge present = charges.get(charge).description();
        return charges.describe(charge, IfMatch.required(version), patch.onto(present, DescribeCharge.class));
    }

    @POST
    @Path("/{charge}/cancel")
    public ChargeView cancel(@PathParam("charge") UUID charge, @NotNull @Valid CancelCharge command) {
        return charges.cancel(charge, command);
    }

    @POST
    @Path("/{charge}/release")
    public ChargeView release(@PathParam("charge") UUID charge) {
        return charges.release(charge);
    }
}
