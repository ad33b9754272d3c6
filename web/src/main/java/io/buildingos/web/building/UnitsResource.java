package io.buildingos.web.building;

import io.buildingos.building.DescribeUnit;
import io.buildingos.building.UnitService;
import io.buildingos.building.UnitView;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IfMatch;
import io.buildingos.web.kernel.MergePatch;
import io.buildingos.web.kernel.Patches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** One unit, whatever its building. */
@Path("/units")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class UnitsResource {
    @Inject
    private UnitService units;

    @GET
    @Path("/{unit}")
    public UnitView get(@PathParam("unit") UUID unit) {
        return units.get(unit);
    }

    @PATCH
    @Path("/{unit}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public UnitView describe(
            @PathParam("unit") UUID unit,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeUnit.class) MergePatch patch) {
        DescribeUnit present = units.get(unit).description();
        return units.describe(unit, IfMatch.required(version), patch.onto(present, DescribeUnit.class));
    }

    @POST
    @Path("/{unit}/archive")
    public UnitView archive(@PathParam("unit") UUID unit) {
        return units.archive(unit);
    }

    @POST
    @Path("/{unit}/restore")
    public UnitView restore(@PathParam("unit") UUID unit) {
        return units.restore(unit);
    }
}
