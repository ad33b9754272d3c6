package io.buildingos.web.building;

import io.buildingos.building.BuildingService;
import io.buildingos.building.BuildingView;
import io.buildingos.building.DescribeBuilding;
import io.buildingos.building.DescribeUnit;
import io.buildingos.building.UnitService;
import io.buildingos.building.UnitView;
import io.buildingos.kernel.Page;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.RequestScoped;
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

/** The tenant's buildings, and the units of each. */
@Path("/buildings")
@RequestScoped
@Produces(ApiMedia.JSON)
public class BuildingsResource {
    @Inject
    private BuildingService buildings;

    @Inject
    private UnitService units;

    @Context
    private UriInfo uri;

    @GET
    public Page<BuildingView> list() {
        return buildings.list(ListQuery.of(uri));
    }

    @POST
    public Response open(@NotNull @Valid DescribeBuilding description) {
        BuildingView building = buildings.open(description);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(building.id().toString())
                        .build())
                .entity(building)
                .build();
    }

    @GET
    @Path("/{building}")
    public BuildingView get(@PathParam("building") UUID building) {
        return buildings.get(building);
    }

    @GET
    @Path("/{building}/units")
    public Page<UnitView> units(@PathParam("building") UUID building) {
        return units.list(building, ListQuery.of(uri));
    }

    @POST
    @Path("/{building}/units")
    public Response addUnit(@PathParam("building") UUID building, @NotNull @Valid DescribeUnit description) {
        UnitView unit = units.add(building, description);
        return Response.created(uri.getBaseUriBuilder()
                        .path("units")
                        .path(unit.id().toString())
                        .build())
                .entity(unit)
                .build();
    }
}
