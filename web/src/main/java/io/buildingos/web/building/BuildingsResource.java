package io.buildingos.web.building;

import io.buildingos.building.AddUnits;
import io.buildingos.building.BuildingService;
import io.buildingos.building.BuildingView;
import io.buildingos.building.DescribeBuilding;
import io.buildingos.building.DescribeUnit;
import io.buildingos.building.SetShares;
import io.buildingos.building.ShareService;
import io.buildingos.building.SharesView;
import io.buildingos.building.UnitBulkService;
import io.buildingos.building.UnitService;
import io.buildingos.building.UnitView;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** The tenant's buildings, the units of each and how they share it. */
@Path("/buildings")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class BuildingsResource {
    @Inject
    private BuildingService buildings;

    @Inject
    private UnitService units;

    @Inject
    private UnitBulkService unitBulk;

    @Inject
    private ShareService shares;

    @Context
    private UriInfo uri;

    @GET
    public Page<BuildingView> list() {
        return buildings.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = BuildingView.class)
    public Response open(@NotNull @Valid DescribeBuilding description) {
        BuildingView building = buildings.open(description);
        return Created.in(uri, building.id(), building);
    }

    @GET
    @Path("/{building}")
    public BuildingView get(@PathParam("building") UUID building) {
        return buildings.get(building);
    }

    @PATCH
    @Path("/{building}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public BuildingView describe(
            @PathParam("building") UUID building,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeBuilding.class) MergePatch patch) {
        DescribeBuilding present = buildings.get(building).description();
        return buildings.describe(building, IfMatch.required(version), patch.onto(present, DescribeBuilding.class));
    }

    @DELETE
    @Path("/{building}")
    public void delete(@PathParam("building") UUID building, @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version) {
        buildings.delete(building, IfMatch.required(version));
    }

    @POST
    @Path("/{building}/archive")
    public BuildingView archive(@PathParam("building") UUID building) {
        return buildings.archive(building);
    }

    @POST
    @Path("/{building}/restore")
    public BuildingView restore(@PathParam("building") UUID building) {
        return buildings.restore(building);
    }

    @GET
    @Path("/{building}/units")
    public Page<UnitView> units(@PathParam("building") UUID building) {
        return units.list(building, ListQuery.of(uri));
    }

    @POST
    @Path("/{building}/units")
    @Answers(status = 201, body = UnitView.class)
    public Response addUnit(@PathParam("building") UUID building, @NotNull @Valid DescribeUnit description) {
        UnitView unit = units.add(building, description);
        return Response.created(uri.getBaseUriBuilder()
                        .path("units")
                        .path(unit.id().toString())
                        .build())
                .entity(unit)
                .build();
    }

    @POST
    @Path("/{building}/units/bulk")
    @Answers(status = 201)
    public Response addUnits(@PathParam("building") UUID building, @NotNull @Valid AddUnits command) {
        List<UnitView> added = unitBulk.add(building, command);
        return Response.status(Response.Status.CREATED)
                .entity(new Page<>(added, null))
                .build();
    }

    @GET
    @Path("/{building}/shares")
    public SharesView shares(@PathParam("building") UUID building) {
        return shares.of(building);
    }

    @PUT
    @Path("/{building}/shares")
    public SharesView setShares(@PathParam("building") UUID building, @NotNull @Valid SetShares command) {
        return shares.set(building, command);
    }
}
