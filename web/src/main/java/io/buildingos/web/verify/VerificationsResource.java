package io.buildingos.web.verify;

import io.buildingos.kernel.Page;
import io.buildingos.verify.VerificationView;
import io.buildingos.verify.VerificationView.FindingView;
import io.buildingos.verify.Verifications;
import io.buildingos.web.kernel.ApiMedia;
import io.buildingos.web.kernel.ListQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/** Runs of the verification, newest first, and what each found. */
@Path("/platform/verifications")
@ApplicationScoped
@Produces(ApiMedia.JSON)
public class VerificationsResource {
    @Inject
    private Verifications verifications;

    @Context
    private UriInfo uri;

    @GET
    public Page<VerificationView> list() {
        return verifications.list(ListQuery.of(uri));
    }

    @GET
    @Path("/{verification}")
    public VerificationView get(@PathParam("verification") UUID id) {
        return verifications.get(id);
    }

    @GET
    @Path("/{verification}/findings")
    public Page<FindingView> findings(@PathParam("verification") UUID id) {
        return verifications.findings(id, ListQuery.of(uri));
    }
}
