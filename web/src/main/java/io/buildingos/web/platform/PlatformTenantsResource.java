package io.buildingos.web.platform;

import io.buildingos.audit.AuditService;
import io.buildingos.audit.ChainVerification;
import io.buildingos.identity.ImpersonationService;
import io.buildingos.identity.InvitationView;
import io.buildingos.identity.InviteOwner;
import io.buildingos.identity.LoggedIn;
import io.buildingos.identity.OwnerInvitationService;
import io.buildingos.kernel.Page;
import io.buildingos.platform.ChangeSubscription;
import io.buildingos.platform.OpenTenant;
import io.buildingos.platform.PlatformTenantService;
import io.buildingos.platform.PlatformTenantView;
import io.buildingos.platform.RenameTenant;
import io.buildingos.tenancy.ChangePlan;
import io.buildingos.tenancy.PlanView;
import io.buildingos.tenancy.SubscriptionService;
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
import java.util.UUID;

/** The tenants of the installation, their plans and their chains. */
@Path("/platform/tenants")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class PlatformTenantsResource {
    @Inject
    private PlatformTenantService tenants;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private AuditService audit;

    @Inject
    private ImpersonationService impersonation;

    @Inject
    private OwnerInvitationService ownerInvitations;

    @Context
    private UriInfo uri;

    @GET
    public Page<PlatformTenantView> list() {
        return tenants.list(ListQuery.of(uri));
    }

    @POST
    @Answers(status = 201, body = PlatformTenantView.class)
    public Response open(@NotNull @Valid OpenTenant command) {
        PlatformTenantView tenant = tenants.open(command);
        return Created.in(uri, tenant.id(), tenant);
    }

    @GET
    @Path("/{tenant}")
    public PlatformTenantView get(@PathParam("tenant") UUID tenant) {
        return tenants.get(tenant);
    }

    @PATCH
    @Path("/{tenant}")
    @Consumes({ApiMedia.MERGE_PATCH, ApiMedia.JSON})
    public PlatformTenantView rename(
            @PathParam("tenant") UUID tenant,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch version,
            @NotNull @Patches(RenameTenant.class) MergePatch patch) {
        RenameTenant present = tenants.get(tenant).description();
        return tenants.rename(tenant, IfMatch.required(version), patch.onto(present, RenameTenant.class));
    }

    @POST
    @Path("/{tenant}/suspend")
    public PlatformTenantView suspend(@PathParam("tenant") UUID tenant) {
        return tenants.suspend(tenant);
    }

    @POST
    @Path("/{tenant}/activate")
    public PlatformTenantView activate(@PathParam("tenant") UUID tenant) {
        return tenants.activate(tenant);
    }

    @POST
    @Path("/{tenant}/close")
    public PlatformTenantView close(@PathParam("tenant") UUID tenant) {
        return tenants.close(tenant);
    }

    @POST
    @Path("/{tenant}/impersonation")
    public LoggedIn impersonate(@PathParam("tenant") UUID tenant) {
        return impersonation.begin(tenant);
    }

    @DELETE
    @Path("/{tenant}/impersonation")
    public void revokeImpersonations(@PathParam("tenant") UUID tenant) {
        impersonation.revoke(tenant);
    }

    @POST
    @Path("/{tenant}/owner-invitation")
    public InvitationView inviteOwner(@PathParam("tenant") UUID tenant, @NotNull @Valid InviteOwner command) {
        return ownerInvitations.invite(tenant, command);
    }

    @GET
    @Path("/{tenant}/plan")
    public PlanView plan(@PathParam("tenant") UUID tenant) {
        return subscriptions.of(tenant);
    }

    @PUT
    @Path("/{tenant}/plan")
    public PlanView changePlan(@PathParam("tenant") UUID tenant, @NotNull @Valid ChangePlan command) {
        return subscriptions.changePlan(tenant, command.plan());
    }

    @PUT
    @Path("/{tenant}/subscription")
    public PlanView changeSubscription(@PathParam("tenant") UUID tenant, @NotNull @Valid ChangeSubscription command) {
        return subscriptions.changeStatus(tenant, command.status());
    }

    @GET
    @Path("/{tenant}/audit/verification")
    public ChainVerification verification(@PathParam("tenant") UUID tenant) {
        return audit.verifyChainOf(tenants.get(tenant).id());
    }
}
