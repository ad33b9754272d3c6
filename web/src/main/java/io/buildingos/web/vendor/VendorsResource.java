package io.buildingos.web.vendor;

import io.buildingos.kernel.Page;
import io.buildingos.vendor.DescribeVendor;
import io.buildingos.vendor.SetServices;
import io.buildingos.vendor.VendorService;
import io.buildingos.vendor.VendorView;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** The firms that work on the buildings. */
@Path("/vendors")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class VendorsResource {
    @Inject
    private VendorService vendors;

    @Context
    private UriInfo uri;

    @GET
    public Page<VendorView> list() {
        return vendors.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = VendorView.class)
    public Response register(@NotNull @Valid DescribeVendor description) {
        VendorView vendor = vendors.register(description);
        return Created.in(uri, vendor.id(), vendor);
    }

    @GET
    @Path("/{vendor}")
    public VendorView get(@PathParam("vendor") UUID vendor) {
        return vendors.get(vendor);
    }

    @PATCH
    @Path("/{vendor}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public VendorView describe(
            @PathParam("vendor") UUID vendor,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeVendor.class) MergePatch patch) {
        DescribeVendor present = vendors.get(vendor).description();
        return vendors.describe(vendor, IfMatch.required(version), patch.onto(present, DescribeVendor.class));
    }

    @POST
    @Path("/{vendor}/archive")
    public VendorView archive(@PathParam("vendor") UUID vendor) {
        return vendors.archive(vendor);
    }

    @POST
    @Path("/{vendor}/restore")
    public VendorView restore(@PathParam("vendor") UUID vendor) {
        return vendors.restore(vendor);
    }

    @PUT
    @Path("/{vendor}/services/{building}")
    public VendorView setServices(
            @PathParam("vendor") UUID vendor,
            @PathParam("building") UUID building,
            @NotNull @Valid SetServices command) {
        return vendors.setServices(vendor, building, command);
    }
}
