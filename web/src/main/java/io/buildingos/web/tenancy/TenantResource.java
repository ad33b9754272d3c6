package io.buildingos.web.tenancy;

import io.buildingos.tenancy.ChangePlan;
import io.buildingos.tenancy.DescribeTenant;
import io.buildingos.tenancy.PlanView;
import io.buildingos.tenancy.SubscriptionService;
import io.buildingos.tenancy.TenantService;
import io.buildingos.tenancy.TenantView;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.IfMatch;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;

/** The tenant of the token: its settings, and what its plan allows. */
@Path("/tenant")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class TenantResource {
    @Inject
    private TenantService tenants;

    @Inject
    private SubscriptionService subscriptions;

    @GET
    public TenantView get() {
        return tenants.get();
    }

    @PATCH
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public TenantView describe(
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(DescribeTenant.class) MergePatch patch) {
        DescribeTenant present = tenants.get().description();
        return tenants.describe(IfMatch.required(version), patch.onto(present, DescribeTenant.class));
    }

    @GET
    @Path("/plan")
    public PlanView plan() {
        return tenants.plan();
    }

    @PUT
    @Path("/plan")
    public PlanView changePlan(@NotNull @Valid ChangePlan command) {
        return subscriptions.choosePlan(command.plan());
    }
}
